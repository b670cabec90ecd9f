using Ratchet.Numerics.Windows;
using Ratchet.Validation.Metrics;

namespace Ratchet.Trading.Simulation;

/// <summary>One pass of the search kernel over its bars; the rules are in the remarks of <see cref="SignalBacktest"/>.</summary>
internal ref struct SignalRun
{
    private readonly ReadOnlySpan<double> open;
    private readonly ReadOnlySpan<double> high;
    private readonly ReadOnlySpan<double> low;
    private readonly ReadOnlySpan<double> close;
    private readonly SignalColumns signals;
    private readonly ReadOnlySpan<double> steps;
    private readonly ReadOnlySpan<double> fractions;
    private readonly IndexRange range;
    private readonly SimulationOptions options;
    private readonly SimulationBuffers buffers;
    private readonly double slip;
    private readonly double fee;
    private readonly double targetFee;
    private readonly double exitThreshold;
    private readonly int horizon;
    private OpenPosition position;

    public SignalRun(
        in MarketColumns market,
        in SignalColumns signals,
        IndexRange range,
        SimulationOptions options,
        ReadOnlySpan<double> steps,
        ReadOnlySpan<double> fractions,
        SimulationBuffers buffers)
    {
        open = market.Open;
        high = market.High;
        low = market.Low;
        close = market.Close;
        this.signals = signals;
        this.steps = steps;
        this.fractions = fractions;
        this.range = range;
        this.options = options;
        this.buffers = buffers;
        slip = options.SlippageShare;
        fee = options.FeeRate;
        targetFee = options.TargetFeeRate;
        exitThreshold = options.ExitThreshold;
        horizon = options.HorizonBars;
        position = new() { Cash = options.InitialEquity };
    }

    public void Run()
    {
        var equity = buffers.EquityToWrite;
        var exposure = buffers.ExposureToWrite;
        var bar = range.Start;
        while (bar < range.End)
        {
            var signal = NextSignal(bar, equity, exposure);
            if (signal + 1 >= range.End)
            {
                return;
            }

            Enter(signal);
            bar = Hold(signal + 1, equity, exposure);
        }
    }

    // From a flat bar on: writes flat equity up to and including the bar that gives an entry; range.End when there is none.
    private readonly int NextSignal(int bar, Span<double> equity, Span<double> exposure)
    {
        var side = signals.Side;
        var cash = position.Cash;
        var from = bar;
        for (; bar < range.End; bar++)
        {
            // Most rows have no side: the vectorised search skips them.
            var skip = side[bar..range.End].IndexOfAnyExcept((sbyte)0);
            bar = skip < 0 ? range.End : bar + skip;
            if (skip < 0 || IsEntry(bar))
            {
                break;
            }
        }

        var count = Math.Min(bar + 1, range.End) - from;
        equity.Slice(from - range.Start, count).Fill(cash);
        exposure.Slice(from - range.Start, count).Clear();
        return bar;
    }

    private readonly bool IsEntry(int bar)
    {
        var distance = signals.Distance[bar];
        return signals.Confidence[bar] >= options.ConfidenceThreshold
            && (signals.Momentum.IsEmpty || Math.Abs(signals.Momentum[bar]) >= options.MomentumThreshold)
            && (signals.Size.IsEmpty || !double.IsNaN(signals.Size[bar]))
            && distance > 0
            && double.IsFinite(distance)
            && position.Cash > 0;
    }

    private void Enter(int signal)
    {
        double side = Math.Sign(signals.Side[signal]);
        var size = Math.Clamp(signals.Size.IsEmpty ? 1 : signals.Size[signal], options.PositionLow, options.PositionHigh);
        var price = open[signal + 1] * (1 + (side * slip));
        var distance = signals.Distance[signal];
        var stopDistance = options.StopMultiple * distance;
        var scale = Math.Min(signals.Confidence[signal], 1);
        var byRisk = position.Cash * options.RiskPerTrade * scale * size / stopDistance;
        var byGross = position.Cash * options.MaximumGrossPerSymbol / price;
        position.Enter(signal + 1, side, price, Math.Min(byRisk, byGross), stopDistance, fee);
        position.Distance = distance;
    }

    // From the entry bar on: returns the first bar at whose close the position is flat and whose equity is not written yet.
    private int Hold(int entry, Span<double> equity, Span<double> exposure)
    {
        var last = range.End - 1;
        var leave = false;
        var reason = ExitReason.Signal;
        for (var bar = entry; ; bar++)
        {
            if (leave)
            {
                Leave(bar, open[bar], reason);
                return bar;
            }

            if (Stopped(bar) || TargetsDone(bar))
            {
                return bar;
            }

            MoveStop(bar);
            if (bar == last)
            {
                Leave(bar, close[bar], ExitReason.EndOfData);
                return bar;
            }

            var marked = position.Mark(close[bar]);
            equity[bar - range.Start] = marked;
            exposure[bar - range.Start] = marked > 0 ? position.Remaining * close[bar] / marked : 0;
            if (bar - entry + 1 >= horizon)
            {
                leave = true;
                reason = ExitReason.TimeStop;
            }
            else if (!signals.ExitProbability.IsEmpty && signals.ExitProbability[bar] > exitThreshold && signals.Side[bar] * position.Side >= 0)
            {
                leave = true;
            }
        }
    }

    private void Leave(int bar, double price, ExitReason reason) =>
        buffers.Add(position.CloseAll(bar, price * (1 - (position.Side * slip)), fee, reason));

    private bool Stopped(int bar)
    {
        var isLong = position.Side > 0;
        if (isLong ? low[bar] > position.Stop : high[bar] < position.Stop)
        {
            return false;
        }

        var trigger = isLong ? Math.Min(open[bar], position.Stop) : Math.Max(open[bar], position.Stop);
        Leave(bar, trigger, position.StopReason);
        return true;
    }

    private bool TargetsDone(int bar)
    {
        var isLong = position.Side > 0;
        while (position.NextTarget < steps.Length)
        {
            var target = position.EntryPrice + (position.Side * steps[position.NextTarget] * position.Distance);
            if (isLong ? high[bar] < target : low[bar] > target)
            {
                return false;
            }

            var price = isLong ? Math.Max(open[bar], target) : Math.Min(open[bar], target);
            if (position.NextTarget == steps.Length - 1)
            {
                buffers.Add(position.CloseAll(bar, price, targetFee, ExitReason.Target));
                return true;
            }

            position.Close(position.Quantity * fractions[position.NextTarget], price, targetFee);
            position.NextTarget++;
        }

        return false;
    }

    private void MoveStop(int bar)
    {
        var side = position.Side;
        var best = side > 0 ? Math.Max(position.Best, high[bar]) : Math.Min(position.Best, low[bar]);
        position.Best = best;
        if (position.NextTarget == 0)
        {
            return;
        }

        if (options.BreakEvenAfterFirstTarget)
        {
            RaiseStop(position.EntryPrice, ExitReason.BreakEven);
        }

        if (options.TrailingMultiple > 0)
        {
            RaiseStop(best - (side * options.TrailingMultiple * position.Distance), ExitReason.TrailingStop);
        }
    }

    private void RaiseStop(double stop, ExitReason reason)
    {
        if (position.Side * (stop - position.Stop) > 0)
        {
            position.Stop = stop;
            position.StopReason = reason;
        }
    }
}
