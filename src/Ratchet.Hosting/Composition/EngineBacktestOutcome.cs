using Ratchet.Lifecycle.Backtests;

namespace Ratchet.Hosting.Composition;

/// <summary>What a backtest by the engine gave.</summary>
public sealed record EngineBacktestOutcome
{
    /// <summary>What was traded by whom, such as the strategies' names.</summary>
    public required string Title { get; init; }

    /// <summary>The run. Of a model: on bars that neither its training nor the choice of its configuration has seen.</summary>
    public required TradedRun Run { get; init; }

    /// <summary>A model's run on bars that it has seen, where the range reached into them; never shown without <see cref="Run"/>.</summary>
    public TradedRun? InSample { get; init; }

    /// <summary>What out-of-sample means here, in a sentence.</summary>
    public required string Sample { get; init; }

    /// <summary>The markets, in the order of the instruments.</summary>
    public required IReadOnlyList<TradedMarket> Markets { get; init; }

    /// <summary>What is to be said about the range and the model.</summary>
    public required IReadOnlyList<string> Notices { get; init; }

    /// <summary>Openings on record of sealed bars that were traded.</summary>
    public required IReadOnlyList<string> Openings { get; init; }

    /// <summary>The hash of the engine's settings, and of the model where there is one.</summary>
    public required string ConfigurationHash { get; init; }

    /// <summary>Whether a random generator made any of the bars.</summary>
    public bool Synthetic => Markets.Any(m => m.Synthetic);
}
