using System.Buffers;
using Ratchet.Trading.Engine;
using Ratchet.Trading.Events;
using Ratchet.Trading.Journal;
using Ratchet.Trading.Portfolio;
using Ratchet.Validation.Metrics;

namespace Ratchet.Hosting.Composition.Paper;

/// <summary>Reads a session's journal once and puts it in numbers. Equity over time is made by running the recorded events through a fresh engine.</summary>
public static class SessionReporter
{
    /// <summary>Makes the report.</summary>
    /// <param name="setup">The session's setup.</param>
    /// <param name="reader">Its journal.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    /// <exception cref="JournalReadException">The journal is damaged.</exception>
    public static SessionReport Make(SessionSetup setup, IJournalReader reader, CancellationToken cancellationToken) =>
        Read(setup, reader, cancellationToken).Report;

    /// <summary>Makes the report, and gives what it was made of.</summary>
    /// <param name="setup">The session's setup.</param>
    /// <param name="reader">Its journal.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    /// <exception cref="JournalReadException">The journal is damaged.</exception>
    public static SessionResult Read(SessionSetup setup, IJournalReader reader, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(setup);
        ArgumentNullException.ThrowIfNull(reader);
        var options = setup.Engine;
        var engine = new TradingEngine(options);
        using var tally = new SessionTally(setup);
        var curve = new List<(long Time, double Equity, double Exposure, double Held)>();
        var hold = new SessionHold(options);
        using var records = reader.ReadAudit(0, reader.NextSequence).GetEnumerator();
        var more = records.MoveNext();
        foreach (var e in reader.ReadEvents(0, reader.NextSequence))
        {
            cancellationToken.ThrowIfCancellationRequested();
            tally.Take(e);
            for (; more && records.Current.Event <= e.Sequence; more = records.MoveNext())
            {
                tally.Take(records.Current);
            }

            engine.Process(e, tally.Nobody);
            if (e.Kind == EventKind.Bar)
            {
                hold.Take(e.Symbol, e.Bar);
                Add(curve, e.Time, engine, hold.Equity);
            }
        }

        return new(tally.Report(engine, Metrics(options, curve, tally.Trades)), [.. curve.Select(p => p.Time)], [.. curve.Select(p => p.Equity)], tally.Trades);
    }

    private static void Add(List<(long Time, double Equity, double Exposure, double Held)> curve, long time, TradingEngine engine, double held)
    {
        var equity = engine.Equity;
        var point = (time, equity, equity > 0 ? engine.GrossValue / equity : 0, held);
        if (curve.Count > 0 && curve[^1].Time == time)
        {
            curve[^1] = point;
        }
        else
        {
            curve.Add(point);
        }
    }

    private static SortedDictionary<string, double?> Metrics(
        EngineOptions options, List<(long Time, double Equity, double Exposure, double Held)> curve, IReadOnlyList<TradeRecord> trades)
    {
        var named = new SortedDictionary<string, double?>(StringComparer.Ordinal);
        if (curve.Count == 0)
        {
            return named;
        }

        var frame = options.Instruments.Max(i => i.Frame);
        var equity = new EquityCurve(
            (double)options.InitialCash, curve.Select(p => p.Equity).ToArray(), frame.BarsPerYear, curve.Select(p => p.Exposure).ToArray());
        long[] times = [.. curve.Select(p => p.Time)];
        ClosedTrade[] closed = [.. trades.Select(t => Closed(t, times))];
        var metrics = PerformanceMetrics.Compute(equity, closed, new MetricOptions());
        var held = PerformanceMetrics.Compute(new EquityCurve((double)options.InitialCash, curve.Select(p => p.Held).ToArray(), frame.BarsPerYear), [], new MetricOptions());
        foreach (var (name, value) in new (string, double)[]
        {
            ("totalReturn", metrics.TotalReturn), ("annualReturn", metrics.AnnualReturn), ("volatility", metrics.Volatility), ("sharpe", metrics.Sharpe),
            ("sortino", metrics.Sortino), ("calmar", metrics.Calmar), ("omega", metrics.Omega), ("maximumDrawdown", metrics.MaximumDrawdown),
            ("ulcerIndex", metrics.UlcerIndex), ("conditionalValueAtRisk", metrics.ConditionalValueAtRisk), ("timeInMarket", metrics.TimeInMarket),
            ("exposure", metrics.Exposure), ("turnover", metrics.Turnover), ("winRate", metrics.WinRate), ("profitFactor", metrics.ProfitFactor),
            ("expectancy", metrics.Expectancy), ("averageR", metrics.AverageR), ("payoffRatio", metrics.PayoffRatio), ("systemQuality", metrics.SystemQuality),
            ("longestLosingRun", metrics.LongestLosingRun), ("feesPaid", metrics.FeesPaid),
            ("buyAndHoldTotalReturn", held.TotalReturn), ("buyAndHoldSharpe", held.Sharpe), ("buyAndHoldMaximumDrawdown", held.MaximumDrawdown),
        })
        {
            named[name] = double.IsFinite(value) ? value : null;
        }

        return named;
    }

    // Bars of a trade are counted on its symbol; the curve counts the closes of all symbols, so that times are looked up.
    private static ClosedTrade Closed(TradeRecord trade, long[] times)
    {
        var entry = Index(times, trade.EntryTime);
        return new(
            entry,
            Math.Max(entry, Index(times, trade.ExitTime)),
            trade.Side,
            (double)trade.EntryPrice,
            (double)trade.ExitPrice,
            (double)trade.Quantity,
            (double)trade.Profit,
            (double)trade.Fees,
            (double)trade.Risk,
            Reason(trade.Reason));
    }

    private static int Index(long[] times, long time)
    {
        var index = Array.BinarySearch(times, time);
        return Math.Min(times.Length - 1, index < 0 ? ~index : index);
    }

    private static ExitReason Reason(AuditReason reason) => reason switch
    {
        AuditReason.StopLoss => ExitReason.StopLoss,
        AuditReason.Liquidation => ExitReason.Liquidation,
        AuditReason.Target => ExitReason.Target,
        AuditReason.BreakEven => ExitReason.BreakEven,
        AuditReason.TrailingStop => ExitReason.TrailingStop,
        AuditReason.TimeStop => ExitReason.TimeStop,
        AuditReason.EndOfData => ExitReason.EndOfData,
        _ => ExitReason.Signal,
    };
}
