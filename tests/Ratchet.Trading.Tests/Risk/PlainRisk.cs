using Ratchet.Trading.Engine;
using Ratchet.Trading.Events;
using Ratchet.Trading.Risk;

namespace Ratchet.Trading.Tests.Risk;

/// <summary>
/// The rules of docs/risk.md recomputed the slow way, from the whole history at every question: nothing is kept between questions, so nothing can be kept wrongly.
/// </summary>
internal sealed class PlainRisk(RiskLimits limits, IReadOnlyList<InstrumentRules> instruments, double cash)
{
    private const long Day = 86_400_000;

    private readonly List<GateStep> history = [];

    public void Add(GateStep step) => history.Add(step);

    public TradingState State(long now)
    {
        var (halted, reducing) = (false, false);
        foreach (var step in history.Where(s => s.Kind == GateStepKind.Order))
        {
            (halted, reducing) = step.Order switch
            {
                CommandKind.Halt or CommandKind.Kill => (true, reducing),
                CommandKind.Reduce => (halted, true),
                CommandKind.Resume => (false, false),
                _ => (halted, reducing),
            };
        }

        return halted || Drawdown().Halted ? TradingState.Halted
            : reducing || DailyLoss(now) || LosingRun(now) || Rejections(now) ? TradingState.Reducing
            : TradingState.Active;
    }

    public bool Halves()
    {
        var (drawdown, _) = Drawdown();
        return drawdown >= limits.DrawdownReduce;
    }

    public bool SymbolBlocked(int symbol, long now)
    {
        var frame = instruments[symbol].Frame.Milliseconds;
        var mine = history.Where(s => s.Symbol == symbol).ToList();
        var bars = mine.Where(s => s.Kind == GateStepKind.Bar).ToList();
        return Stale(mine, bars, frame, now) || Gapped(bars, frame) || Skewed(bars, frame) || Spiked(symbol, now) || Slipped(symbol, now);
    }

    public bool Ready(int symbol, int strategy, long now)
    {
        if (!limits.RequireReadiness)
        {
            return true;
        }

        var told = history.LastOrDefault(s => s.Kind == GateStepKind.Ready && s.Symbol == symbol && s.Readiness!.Strategy == strategy)?.Readiness;
        return told is { WarmedUp: true, RegimeKnown: true, LedgerConsistent: true }
            && told.DataQuality >= limits.DataQuality
            && told.ModelTrainedAt != -1
            && (told.ModelTrainedAt == 0 || limits.ModelAge == 0 || now - told.ModelTrainedAt <= limits.ModelAge);
    }

    /// <summary>Exponential weights over all bars that both have, oldest first; a pair that is not known moves together on one side and is no hedge on two.</summary>
    public double Correlation(int a, int b, bool sameSide)
    {
        var unknown = sameSide ? 1 : 0;
        if (a == b || instruments[a].Frame != instruments[b].Frame)
        {
            return a == b ? 1 : unknown;
        }

        var (first, second) = (Returns(a), Returns(b));
        var common = first.Keys.Where(second.ContainsKey).Order().ToList();
        if (common.Count < 30)
        {
            return unknown;
        }

        double ab = 0, aa = 0, bb = 0;
        for (var i = 0; i < common.Count; i++)
        {
            var weight = Math.Pow(1 - (2.0 / 101), common.Count - 1 - i);
            ab += weight * first[common[i]] * second[common[i]];
            aa += weight * first[common[i]] * first[common[i]];
            bb += weight * second[common[i]] * second[common[i]];
        }

        return aa * bb > 0 ? ab / Math.Sqrt(aa * bb) : unknown;
    }

    private Dictionary<long, double> Returns(int symbol)
    {
        var bars = history.Where(s => s.Kind == GateStepKind.Bar && s.Symbol == symbol).Select(s => s.Bar).ToList();
        return Enumerable.Range(1, Math.Max(bars.Count - 1, 0))
            .Where(i => bars[i].OpenTime - bars[i - 1].OpenTime == instruments[symbol].Frame.Milliseconds)
            .ToDictionary(i => bars[i].OpenTime, i => (bars[i].Close / bars[i - 1].Close) - 1);
    }

    private (double Now, bool Halted) Drawdown()
    {
        var (peak, equity, halted) = (cash, cash, false);
        foreach (var step in history)
        {
            if (step.Kind == GateStepKind.Mark)
            {
                equity = step.Number;
                peak = Math.Max(peak, equity);
                halted |= 1 - (equity / peak) >= limits.DrawdownHalt - 1e-15;
            }
            else if (step is { Kind: GateStepKind.Order, Order: CommandKind.Resume } && halted)
            {
                (halted, peak) = (false, equity);
            }
        }

        return ((peak - equity) / peak, halted);
    }

    private bool DailyLoss(long now)
    {
        var midnight = now / Day * Day;
        if (history.Count == 0)
        {
            return false;
        }

        var start = history[0].Time >= midnight ? cash : history.LastOrDefault(s => s.Kind == GateStepKind.Mark && s.Time < midnight)?.Number ?? cash;
        return history.Any(s => s.Kind == GateStepKind.Mark && s.Time >= midnight && (start - s.Number) / start >= limits.DailyLoss);
    }

    private bool LosingRun(long now)
    {
        var (run, until) = (0, long.MinValue);
        foreach (var step in history)
        {
            if (step.Kind == GateStepKind.Trade)
            {
                run = step.Number < 0 ? run + 1 : 0;
                if (limits.LosingRun > 0 && run == limits.LosingRun)
                {
                    (run, until) = (0, step.Time + limits.LosingRunPause);
                }
            }

            until = step is { Kind: GateStepKind.Order, Order: CommandKind.Resume } ? long.MinValue : until;
        }

        return now < until;
    }

    private bool Rejections(long now)
    {
        var (run, until) = (0, long.MinValue);
        foreach (var step in history)
        {
            run = step.Kind switch { GateStepKind.Reject => run + 1, GateStepKind.Fill => 0, _ => run };
            if (limits.RejectedOrders > 0 && run == limits.RejectedOrders)
            {
                (run, until) = (0, step.Time + limits.BreakerPause);
            }

            until = step is { Kind: GateStepKind.Order, Order: CommandKind.Resume } ? long.MinValue : until;
        }

        return now < until;
    }

    private bool Stale(List<GateStep> mine, List<GateStep> bars, long frame, long now)
    {
        var told = mine.LastOrDefault(s => s.Kind == GateStepKind.Bar || (s.Kind == GateStepKind.Feed && s.Feed is FeedState.Connected or FeedState.Disconnected or FeedState.Stale));
        return limits.StaleBars > 0
            && (bars.Count == 0 || now - bars[^1].Bar.OpenTime - frame > limits.StaleBars * frame || told is { Kind: GateStepKind.Feed, Feed: not FeedState.Connected });
    }

    private bool Gapped(List<GateStep> bars, long frame)
    {
        var left = 0;
        for (var i = 1; i < bars.Count && limits.GapBars > 0; i++)
        {
            var missing = ((bars[i].Bar.OpenTime - bars[i - 1].Bar.OpenTime) / frame) - 1;
            left = missing >= limits.GapBars ? limits.GapBars : left - 1;
        }

        return left > 0;
    }

    private bool Skewed(List<GateStep> bars, long frame) =>
        limits.ClockSkew > 0 && bars.Count > 0 && Math.Abs(bars[^1].Time - bars[^1].Bar.OpenTime - frame) > limits.ClockSkew;

    private bool Spiked(int symbol, long now)
    {
        var (mean, count, until) = (0.0, 0, long.MinValue);
        foreach (var step in history)
        {
            if (step.Kind == GateStepKind.Bar && step.Symbol == symbol && limits.VolatilitySpike > 0)
            {
                var range = (step.Bar.High - step.Bar.Low) / step.Bar.Close;
                until = count >= 20 && range > limits.VolatilitySpike * mean ? step.Time + limits.BreakerPause : until;
                count++;
                mean += Math.Max(2.0 / 101, 1.0 / count) * (range - mean);
            }

            until = step is { Kind: GateStepKind.Order, Order: CommandKind.Resume } ? long.MinValue : until;
        }

        return now < until;
    }

    private bool Slipped(int symbol, long now)
    {
        var until = long.MinValue;
        foreach (var step in history)
        {
            until = step.Kind == GateStepKind.Fill && step.Symbol == symbol && limits.SlippageBps > 0 && step.Number > limits.SlippageBps ? step.Time + limits.BreakerPause : until;
            until = step is { Kind: GateStepKind.Order, Order: CommandKind.Resume } ? long.MinValue : until;
        }

        return now < until;
    }
}
