using Ratchet.Market.Bars;
using Ratchet.Market.Time;
using Ratchet.Trading.Engine;
using Ratchet.Validation.Objectives;

namespace Ratchet.Lifecycle.Backtests;

/// <summary>What is to be traded by the engine, and where.</summary>
public sealed record BacktestPlan
{
    /// <summary>The engine's options: instruments, strategies, venue, sizes, limits.</summary>
    public required EngineOptions Options { get; init; }

    /// <summary>The bars of each instrument, in the order of the options. What lies before <see cref="Traded"/> is shown to the strategies and not traded; what lies after is not read.</summary>
    public required IReadOnlyList<BarSeries> Series { get; init; }

    /// <summary>The bars that are traded, by their opening times.</summary>
    public required TimeRange Traded { get; init; }

    /// <summary>Who decides, fresh, in the order of the options.</summary>
    public required IReadOnlyList<ITradingStrategy> Strategies { get; init; }

    /// <summary>The adaptive layer, fresh; null for none.</summary>
    public ITradeAdviser? Adviser { get; init; }

    /// <summary>Whether a random generator made any of the bars: then there is no universe to choose from.</summary>
    public bool Synthetic { get; init; }

    /// <summary>Scores the runs.</summary>
    public required IObjective Objective { get; init; }

    /// <summary>How many random-entry portfolios are drawn, from 1.</summary>
    public int RandomDraws { get; init; } = 1000;

    /// <summary>How many resamples the interval of the Sharpe ratio takes, from 1.</summary>
    public int Resamples { get; init; } = 1000;

    /// <summary>The seed of random entries and resamples; the trades do not depend on it.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>How many threads, from 1. The result does not depend on it.</summary>
    public int Threads { get; init; } = 1;
}
