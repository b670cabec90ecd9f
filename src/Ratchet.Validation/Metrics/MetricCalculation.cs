using System.Buffers;
using Ratchet.Numerics.Reductions;

namespace Ratchet.Validation.Metrics;

/// <summary>Fills the headline figures: first what the curve says, then what the trades say.</summary>
internal static class MetricCalculation
{
    public static PerformanceMetrics Run(EquityCurve curve, ReadOnlySpan<ClosedTrade> trades, MetricOptions options)
    {
        var n = curve.Length;
        var rented = ArrayPool<double>.Shared.Rent(2 * n);
        try
        {
            var returns = rented.AsSpan(0, n);
            curve.CopyReturns(returns);
            var metrics = FromCurve(curve, returns, rented.AsSpan(n, n), options);
            return FromTrades(metrics, curve, trades, options);
        }
        finally
        {
            ArrayPool<double>.Shared.Return(rented);
        }
    }

    private static PerformanceMetrics FromCurve(EquityCurve curve, ReadOnlySpan<double> returns, Span<double> scratch, MetricOptions options)
    {
        var n = returns.Length;
        var year = curve.PeriodsPerYear;
        var equity = curve.Equity.Span;
        var final = n == 0 ? curve.InitialEquity : equity[^1];
        var growth = Math.Max(final, 0) / curve.InitialEquity;
        var moments = ReturnMoments.From(returns);
        var mean = n == 0 ? 0 : moments.Mean;
        var deviation = n < 2 ? 0 : moments.StandardDeviation;
        var perYear = Math.Sqrt(year);
        var acceptable = options.MinimumAcceptableReturnPerPeriod;
        var (above, below, belowSquared) = AroundAcceptable(returns, acceptable);
        var downside = n == 0 ? 0 : Math.Sqrt(belowSquared / n);
        var drawdown = DrawdownProfile.From(curve.InitialEquity, equity);
        var annual = n == 0 ? 0 : Math.Min(Math.Pow(growth, year / n) - 1, options.AnnualReturnCap);
        var sharpe = n < 2 ? 0 : CappedRatio.Of(mean - options.RiskFreePerPeriod, deviation, options.RatioCap / perYear);
        return new()
        {
            Bars = n,
            PeriodsPerYear = year,
            InitialEquity = curve.InitialEquity,
            FinalEquity = final,
            TotalReturn = (final / curve.InitialEquity) - 1,
            AnnualReturn = annual,
            Volatility = deviation * perYear,
            SharpePerPeriod = sharpe,
            Sharpe = sharpe * perYear,
            Sortino = n == 0 ? 0 : CappedRatio.Of((mean - acceptable) * perYear, downside, options.RatioCap),
            Calmar = CappedRatio.Of(annual, drawdown.Depth, options.RatioCap),
            Omega = CappedRatio.Of(above, below, options.RatioCap),
            MaximumDrawdown = drawdown.Depth,
            DrawdownDuration = drawdown.LongestUnderwaterBars,
            DrawdownRecovery = drawdown.RecoveryBars,
            UlcerIndex = drawdown.UlcerIndex,
            ConditionalValueAtRisk = Tail(returns, scratch, options.TailConfidence),
            Skewness = moments.Skewness,
            Kurtosis = moments.Kurtosis,
            AlphaPersistence = AlphaPersistence.Of(returns, year),
        };
    }

    private static PerformanceMetrics FromTrades(PerformanceMetrics metrics, EquityCurve curve, ReadOnlySpan<ClosedTrade> trades, MetricOptions options)
    {
        var profits = default(ProfitSummary);
        var run = 0;
        var fees = 0.0;
        var traded = 0.0;
        var barsHeld = 0.0;
        var valueHeld = 0.0;
        var risked = 0;
        var sumR = 0.0;
        var squaresR = 0.0;
        foreach (ref readonly var trade in trades)
        {
            profits = profits.Add(trade.Profit, ref run);
            fees += trade.Fees;
            traded += trade.Quantity * (trade.EntryPrice + trade.ExitPrice);
            var held = trade.ExitIndex - trade.EntryIndex + 1.0;
            barsHeld += held;
            valueHeld += held * trade.Quantity * trade.EntryPrice;
            if (trade.Risk > 0)
            {
                // Welford's update: the deviation of R is small beside its mean when trades are alike.
                var r = trade.Profit / trade.Risk;
                risked++;
                var delta = r - sumR;
                sumR += delta / risked;
                squaresR += delta * (r - sumR);
            }
        }

        var n = curve.Length;
        var exposure = curve.Exposure.Span;
        var meanEquity = n == 0 ? curve.InitialEquity : LaneReduction.Mean(curve.Equity.Span);
        var perYear = n == 0 ? 0 : trades.Length * curve.PeriodsPerYear / n;
        var deviationR = risked < 2 ? 0 : Math.Sqrt(squaresR / (risked - 1));
        return metrics with
        {
            TimeInMarket = n == 0 ? 0 : exposure.IsEmpty ? Math.Min(1, barsHeld / n) : (double)CountAboveZero(exposure) / n,
            Exposure = n == 0 ? 0 : exposure.IsEmpty ? valueHeld / curve.InitialEquity / n : LaneReduction.Mean(exposure),
            Turnover = n == 0 || meanEquity <= 0 ? 0 : traded / meanEquity * curve.PeriodsPerYear / n,
            Trades = trades.Length,
            TradesPerYear = perYear,
            WinRate = profits.WinRate,
            ProfitFactor = profits.ProfitFactor(options.ProfitFactorCap),
            Expectancy = profits.Expectancy,
            ExpectancyR = CappedRatio.Of(profits.Expectancy, profits.MeanLoss, options.ProfitFactorCap),
            PayoffRatio = profits.PayoffRatio(options.ProfitFactorCap),
            AverageR = sumR,
            SystemQuality = risked < 2 ? 0 : CappedRatio.Of(Math.Sqrt(Math.Min(risked, 100)) * sumR, deviationR, options.RatioCap),
            KellyFraction = profits.KellyFraction,
            LongestLosingRun = profits.LongestLosingRun,
            FeesPaid = fees,
            TradeEfficiency = TradeEfficiency.Of(profits.WinRate, perYear, options.OptimumTradesPerYear),
        };
    }

    private static (double Above, double Below, double BelowSquared) AroundAcceptable(ReadOnlySpan<double> returns, double acceptable)
    {
        var above = 0.0;
        var below = 0.0;
        var squared = 0.0;
        foreach (var value in returns)
        {
            var excess = value - acceptable;
            var loss = Math.Min(excess, 0);
            above += Math.Max(excess, 0);
            below -= loss;
            squared += loss * loss;
        }

        return (above, below, squared);
    }

    // Most bars of a trading curve are flat; when the tail lies among the losses, only the losses are searched.
    private static double Tail(ReadOnlySpan<double> returns, Span<double> scratch, double confidence)
    {
        if (returns.IsEmpty)
        {
            return 0;
        }

        var losses = 0;
        foreach (var value in returns)
        {
            scratch[losses] = value;
            losses += value < 0 ? 1 : 0;
        }

        var size = (1 - confidence) * returns.Length;
        if (size + 1 < losses)
        {
            return TailRisk.WorstMean(scratch[..losses], 1 - (size / losses));
        }

        returns.CopyTo(scratch);
        return TailRisk.WorstMean(scratch, confidence);
    }

    private static int CountAboveZero(ReadOnlySpan<double> values)
    {
        var count = 0;
        foreach (var value in values)
        {
            count += value > 0 ? 1 : 0;
        }

        return count;
    }
}
