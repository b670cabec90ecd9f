using Ratchet.Market.Time;
using Ratchet.Trading.Simulation;
using Ratchet.Validation.Metrics;
using Ratchet.Validation.Significance;

namespace Ratchet.Lifecycle.Backtests;

/// <summary>What the engine made of a plan, beside its baselines.</summary>
public sealed record TradedRun
{
    /// <summary>The plan.</summary>
    public required BacktestPlan Plan { get; init; }

    /// <summary>Trades, curve, refusals, order hash.</summary>
    public required EngineResult Result { get; init; }

    /// <summary>From the opening of the first bar that was traded to the close of the last.</summary>
    public required TimeRange Time { get; init; }

    /// <summary>The whole run.</summary>
    public required TradedPart Whole { get; init; }

    /// <summary>Its first and its second half by bars: nothing is fitted between them, so that they show how much a figure hangs on its stretch of time.</summary>
    public required IReadOnlyList<TradedPart> Halves { get; init; }

    /// <summary>All symbols bought in equal parts at the first open and held.</summary>
    public required TradedPart BuyAndHold { get; init; }

    /// <summary>Its equity at the close of each point of the run's curve.</summary>
    public required IReadOnlyList<double> BuyAndHoldEquity { get; init; }

    /// <summary>The returns of random-entry portfolios with the same trades, sides and holding times; empty where there was no trade.</summary>
    public required IReadOnlyList<double> RandomReturns { get; init; }

    /// <summary>The annual Sharpe ratio with its interval of 95 % by the stationary bootstrap of bar returns.</summary>
    public required ConfidenceInterval Sharpe { get; init; }

    /// <summary>By symbol, in the order of the options.</summary>
    public required IReadOnlyList<TradeGroup> BySymbol { get; init; }

    /// <summary>By strategy, in the order of the options.</summary>
    public required IReadOnlyList<TradeGroup> ByStrategy { get; init; }

    /// <summary>By side.</summary>
    public required IReadOnlyList<TradeGroup> BySide { get; init; }

    /// <summary>By the reason of the last exit.</summary>
    public required IReadOnlyList<TradeGroup> ByExit { get; init; }

    /// <summary>By the advice's profile and regime; empty where there was no advice.</summary>
    public required IReadOnlyList<TradeGroup> ByTag { get; init; }

    /// <summary>Fees paid, in money.</summary>
    public required decimal Fees { get; init; }

    /// <summary>What slippage cost, in money; NaN where the venue's model does not tell it from the price.</summary>
    public required double Slippage { get; init; }

    /// <summary>Funding received less paid, in money.</summary>
    public required decimal Funding { get; init; }

    /// <summary>What must be known before a figure is believed.</summary>
    public required IReadOnlyList<string> Warnings { get; init; }

    /// <summary>SHA-256 over symbols, time frames and every bar that was read.</summary>
    public required string DataHash { get; init; }

    /// <summary>The share of random entries, in per cent, that the run's return beats; equals count a half. NaN where there was no trade.</summary>
    public double RandomPercentile => RandomReturns.Count == 0
        ? double.NaN
        : 100 * RandomReturns.Sum(r => r < Whole.Metrics.TotalReturn ? 1 : r == Whole.Metrics.TotalReturn ? 0.5 : 0) / RandomReturns.Count;

    /// <summary>The median return of random entries; NaN where there was no trade.</summary>
    public double RandomMedian => RandomReturns.Count == 0 ? double.NaN : TailRisk.Quantile([.. RandomReturns], 0.5);
}
