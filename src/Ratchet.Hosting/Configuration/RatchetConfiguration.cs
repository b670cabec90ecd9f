using Ratchet.Features.Labels;
using Ratchet.Features.Regimes;
using Ratchet.Lifecycle.Experiments;
using Ratchet.Lifecycle.Training;
using Ratchet.Market.Synthetic;
using Ratchet.Strategies.Ensemble;
using Ratchet.Trading.Risk;
using Ratchet.Trading.Simulation;
using Ratchet.Trading.Sizing;
using Ratchet.Trading.Venues;
using Ratchet.Validation.Objectives;

namespace Ratchet.Hosting.Configuration;

/// <summary>Everything that can be set, with its default. In files the names are written in camel case.</summary>
public sealed record RatchetConfiguration
{
    /// <summary>Where data and studies live, and which bars are meant.</summary>
    public DataSection Data { get; init; } = new();

    /// <summary>The synthetic market of the quick start.</summary>
    public SyntheticMarketOptions Synthetic { get; init; } = new();

    /// <summary>Which features, how finely quantised (feature_config.json).</summary>
    public FeatureSection Features { get; init; } = new();

    /// <summary>The hidden Markov regimes (regime_config.json).</summary>
    public RegimeOptions Regime { get; init; } = new();

    /// <summary>Fixed defaults of labelling.</summary>
    public LabelOptions Labels { get; init; } = new();

    /// <summary>Fixed defaults of the four forests and the meta layer (ensemble_config.json).</summary>
    public EnsembleOptions Ensemble { get; init; } = new();

    /// <summary>What is done about rare classes in training.</summary>
    public ImbalanceOptions Imbalance { get; init; } = new();

    /// <summary>Fixed defaults of trading; costs.</summary>
    public SimulationOptions Trading { get; init; } = new();

    /// <summary>The composite score and viability.</summary>
    public CompositeOptions Objective { get; init; } = new();

    /// <summary>Folds, gaps, windows, the sealed part (validation_config.json).</summary>
    public ValidationSettings Validation { get; init; } = new();

    /// <summary>The search.</summary>
    public SearchSection Search { get; init; } = new();

    /// <summary>The trading engine: money and instruments.</summary>
    public EngineSection Engine { get; init; } = new();

    /// <summary>How the engine's venue fills orders and what it charges.</summary>
    public VenueOptions Venue { get; init; } = new();

    /// <summary>How large the engine's entries are.</summary>
    public SizingOptions Sizing { get; init; } = new();

    /// <summary>The engine's hard limits.</summary>
    public RiskLimits Risk { get; init; } = new();

    /// <summary>The adaptive layer: the selector of profiles and the advisor.</summary>
    public AdaptiveSection Adaptive { get; init; } = new();

    /// <summary>Paper sessions.</summary>
    public PaperSection Paper { get; init; } = new();
}
