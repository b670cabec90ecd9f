using System.Security.Cryptography;
using System.Text;
using Ratchet.Lifecycle.Datasets;
using Ratchet.Market.Bars;
using Ratchet.Market.Time;
using Ratchet.Numerics.Randomness;
using Ratchet.Numerics.Windows;
using Ratchet.Trading.Journal;
using Ratchet.Trading.Simulation;
using Ratchet.Validation.Metrics;
using Ratchet.Validation.Significance;

namespace Ratchet.Lifecycle.Backtests;

/// <summary>Trades a plan by the engine and sets the result beside what it must be compared with.</summary>
public static class BacktestRunner
{
    /// <summary>Below so many trades a result is called thin.</summary>
    public const int FewTrades = 30;

    private const double Confidence = 0.95;

    /// <summary>Runs the plan. Bars before the traded range go through the strategies first, symbol by symbol; the engine begins with the range.</summary>
    /// <param name="plan">What and where.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    /// <exception cref="NotEnoughDataException">An instrument has fewer than two bars in the range.</exception>
    /// <exception cref="ArgumentException">An option is wrong, or series and instruments do not belong together.</exception>
    public static TradedRun Run(BacktestPlan plan, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(plan);
        var traded = WarmUp(plan, cancellationToken);
        var slippage = new SlippagePaid(plan.Options);
        var result = EngineBacktest.Run(plan.Options, traded, plan.Strategies, plan.Adviser, slippage, cancellationToken);
        var closes = result.Times.ToArray();
        var time = new TimeRange(traded.Min(s => s.OpenTime[0]), closes[^1]);
        var trades = TradedTrades.OnCurve(result.Trades, closes);
        var costs = Costs(plan);
        var (holdEquity, holdTrades) = MarketHold.Run(traded, closes, costs);
        var hold = new EquityCurve(result.Curve.InitialEquity, holdEquity, result.Curve.PeriodsPerYear);
        var whole = Part(plan, "whole run", time, result.Curve, trades);
        var key = StreamKey.FromSeed(plan.Seed);
        var (symbols, strategies) = (plan.Options.Instruments, plan.Options.Strategies);
        return new()
        {
            Plan = plan,
            Result = result,
            Time = time,
            Whole = whole,
            Halves = Halves(plan, result.Curve, trades, closes, time),
            BuyAndHold = Part(plan, "buy and hold", time, hold, holdTrades),
            BuyAndHoldEquity = holdEquity,
            RandomReturns = result.Trades.Count == 0
                ? []
                : RandomPortfolio.Returns(Slots(result, traded, strategies.Count), costs, plan.RandomDraws, key.Derive("random-entry"), plan.Threads, cancellationToken),
            Sharpe = SharpeInterval(plan, result.Curve, key.Derive("sharpe")),
            BySymbol = TradeGroups.Of(result.Trades, [.. symbols.Select(s => s.Symbol.Name)], t => t.Symbol),
            ByStrategy = TradeGroups.Of(result.Trades, [.. strategies.Select(s => s.Name)], t => t.Strategy),
            BySide = TradeGroups.Of(result.Trades, ["long", "short"], t => t.Side > 0 ? 0 : 1),
            ByExit = TradeGroups.Of(result.Trades, t => t.Reason.ToString()),
            ByTag = result.Trades.Any(t => t.Profile.Length + t.Regime.Length > 0) ? TradeGroups.Of(result.Trades, t => $"{t.Profile} {t.Regime}".Trim()) : [],
            Fees = result.Trades.Sum(t => t.Fees),
            Slippage = slippage.Sum,
            Funding = result.Trades.Sum(t => t.Funding),
            Warnings = Warnings(plan, whole, result, time),
            DataHash = HashOf(plan),
        };
    }

    private static List<BarSeries> WarmUp(BacktestPlan plan, CancellationToken cancellationToken)
    {
        var traded = new List<BarSeries>();
        for (var symbol = 0; symbol < plan.Series.Count; symbol++)
        {
            var series = plan.Series[symbol];
            var (start, end) = (LowerBound(series, plan.Traded.From), LowerBound(series, plan.Traded.To));
            if (end - start < 2)
            {
                throw new NotEnoughDataException(
                    $"{series.Symbol} {series.TimeFrame} has {Math.Max(0, end - start)} bars in {plan.Traded}; a backtest needs two at least. Give a longer range.");
            }

            for (var row = 0; row < start; row++)
            {
                cancellationToken.ThrowIfCancellationRequested();
                var bar = series[row];
                for (var strategy = 0; strategy < plan.Strategies.Count; strategy++)
                {
                    plan.Strategies[strategy].Update(symbol, bar, strategy, out _);
                }
            }

            traded.Add(series.Slice(new IndexRange(start, end)));
        }

        return traded;
    }

    private static SimulationOptions Costs(BacktestPlan plan) => new()
    {
        InitialEquity = (double)plan.Options.InitialCash,
        FeeRate = plan.Options.Venue.TakerFee,
        MakerFeeRate = plan.Options.Venue.MakerFee,
        SlippageBps = plan.Options.Venue.SlippageBps,
    };

    private static List<RandomSlot> Slots(EngineResult result, List<BarSeries> traded, int strategies)
    {
        var slots = new List<RandomSlot>();
        for (var symbol = 0; symbol < traded.Count; symbol++)
        {
            var bars = traded[symbol];
            for (var strategy = 0; strategy < strategies; strategy++)
            {
                var own = result.Trades.Where(t => t.Symbol == symbol && t.Strategy == strategy).Select(t => TradedTrades.OnSymbol(t, bars.Count)).ToArray();
                if (own.Length > 0)
                {
                    slots.Add(new(bars.Columns.Open, bars.Columns.Close, own));
                }
            }
        }

        return slots;
    }

    private static TradedPart Part(BacktestPlan plan, string name, TimeRange time, EquityCurve curve, ReadOnlySpan<ClosedTrade> trades)
    {
        var metrics = PerformanceMetrics.Compute(curve, trades, MetricOptions.Default);
        return new(name, time, metrics, plan.Objective.Evaluate(metrics));
    }

    private static TradedPart[] Halves(BacktestPlan plan, EquityCurve curve, ClosedTrade[] trades, long[] closes, TimeRange time)
    {
        var middle = curve.Length / 2;
        var border = closes[Math.Max(0, middle - 1)];
        var first = new EquityCurve(curve.InitialEquity, curve.Equity[..middle], curve.PeriodsPerYear, Cut(curve.Exposure, 0, middle));
        var start = middle == 0 ? curve.InitialEquity : curve.Equity.Span[middle - 1];
        var second = new EquityCurve(start > 0 ? start : curve.InitialEquity, curve.Equity[middle..], curve.PeriodsPerYear, Cut(curve.Exposure, middle, curve.Length));
        return
        [
            Part(plan, "first half", new(time.From, border), first, [.. trades.Where(t => t.ExitIndex < middle)]),
            Part(plan, "second half", new(border, time.To), second, [.. trades.Where(t => t.ExitIndex >= middle)]),
        ];
    }

    private static ReadOnlyMemory<double> Cut(ReadOnlyMemory<double> column, int from, int to) => column.IsEmpty ? column : column[from..to];

    private static ConfidenceInterval SharpeInterval(BacktestPlan plan, EquityCurve curve, StreamKey key)
    {
        var returns = new double[curve.Length];
        curve.CopyReturns(returns);
        var root = Math.Sqrt(curve.PeriodsPerYear);
        return StationaryBootstrap.Interval(returns, Sharpe, plan.Resamples, BlockLength.Stationary(returns), Confidence, key);

        double Sharpe(ReadOnlySpan<double> values)
        {
            var (sum, squares) = (0.0, 0.0);
            foreach (var value in values)
            {
                sum += value;
                squares += value * value;
            }

            var mean = sum / values.Length;
            var variance = (squares - (sum * mean)) / Math.Max(1, values.Length - 1);
            return variance > 0 ? mean / Math.Sqrt(variance) * root : 0;
        }
    }

    private static List<string> Warnings(BacktestPlan plan, TradedPart whole, EngineResult result, TimeRange time)
    {
        var warnings = new List<string>(PlausibilityCheck.Warnings(whole.Metrics));
        if (result.Trades.Count < FewTrades)
        {
            warnings.Add($"{result.Trades.Count} trades are too few: below {FewTrades} no figure of them means much.");
        }

        if (result.Refusals.GetValueOrDefault(AuditReason.DrawdownHalt) + result.Refusals.GetValueOrDefault(AuditReason.StateHalted) is > 0 and var halted)
        {
            warnings.Add(
                $"HALTED: the drawdown guard stopped trading at {plan.Options.Limits.DrawdownHalt * 100:0.#} % after the last trade of {UtcTime.Format(result.Trades[^1].ExitTime)}, and nobody resumes it in a backtest: {halted:N0} later signals were refused. " +
                "Figures of the time after it say nothing about the strategy.");
        }

        if (result.Refusals.Where(r => (int)r.Key is >= 300 and < 400).Sum(r => r.Value) is > 0 and var bad)
        {
            warnings.Add($"{bad:N0} events were turned away as bad input; their reasons are among the refusals.");
        }

        if (!plan.Synthetic && Universe.Warning(plan.Options.Instruments, time.From) is { } hindsight)
        {
            warnings.Add(hindsight);
        }

        return warnings;
    }

    private static string HashOf(BacktestPlan plan)
    {
        var text = string.Join('\n', plan.Series.Select(s => s.Slice(new IndexRange(0, LowerBound(s, plan.Traded.To))))
            .Select(s => $"{s.Symbol.Name} {s.TimeFrame} {BarContentHash.Compute(s)}"));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
    }

    private static int LowerBound(BarSeries series, long time)
    {
        var index = series.OpenTime.BinarySearch(time);
        return index < 0 ? ~index : index;
    }
}
