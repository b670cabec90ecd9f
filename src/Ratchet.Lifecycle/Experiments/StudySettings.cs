using Ratchet.Features.Labels;
using Ratchet.Lifecycle.Training;
using Ratchet.Search.Schedulers;
using Ratchet.Search.Spaces;
using Ratchet.Strategies.Ensemble;
using Ratchet.Trading.Simulation;
using Ratchet.Validation.Objectives;

namespace Ratchet.Lifecycle.Experiments;

/// <summary>Everything that decides a study's result, beside the data: the same settings, data and code give the same bytes.</summary>
public sealed record StudySettings
{
    /// <summary>The seed of every random stream; default 1.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>Brackets, rungs and iterations.</summary>
    public HyperbandOptions Hyperband { get; init; } = new();

    /// <summary>The score that configurations are ranked by.</summary>
    public CompositeOptions Objective { get; init; } = new();

    /// <summary>Fixed defaults of labelling: what the search does not vary, and the baseline.</summary>
    public LabelOptions Labels { get; init; } = new();

    /// <summary>Fixed defaults of the ensemble.</summary>
    public EnsembleOptions Ensemble { get; init; } = new();

    /// <summary>Fixed defaults of trading, costs among them.</summary>
    public SimulationOptions Trading { get; init; } = new();

    /// <summary>What is done about rare classes in training; never searched.</summary>
    public ImbalanceOptions Imbalance { get; init; } = new();

    /// <summary>Folds, gaps, windows, the sealed part.</summary>
    public ValidationSettings Validation { get; init; } = new();

    /// <summary>How many trees a searched forest may have; default 50 to 200 in steps of 10.</summary>
    public IntDistribution Estimators { get; init; } = new(50, 200, Step: 10);

    /// <summary>Which parts of the space are searched; default all.</summary>
    public SearchScope Scope { get; init; } = SearchScope.Joint;

    /// <summary>How many of the best configurations are evaluated again on more folds; default 3, 1 to 20.</summary>
    public int ReevaluateTop { get; init; } = 3;

    /// <summary>How many random-entry strategies are drawn; default 1,000, 20 to 100,000.</summary>
    public int RandomEntryDraws { get; init; } = 1000;

    /// <summary>Longest time one trial may take at one rung; none by default. A study in which one fired is marked not reproducible.</summary>
    public TimeSpan? TrialTimeout { get; init; }

    /// <summary>The fixed defaults as a configuration: what a study must beat. Labels without a cost of their own get that of market orders
    /// in and out: twice the taker fee and the slippage.</summary>
    public TrialConfiguration Defaults => new()
    {
        Labels = Labels with { RoundTripCost = Labels.RoundTripCost ?? (2 * (Trading.FeeRate + Trading.SlippageShare)) },
        Ensemble = Ensemble,
        Imbalance = Imbalance,
        Trading = Trading with { HorizonBars = Labels.HorizonBars, StopMultiple = Labels.StopMultiple, TargetMultiple = Labels.ProfitMultiple },
    };

    /// <summary>Checks every part.</summary>
    /// <exception cref="ArgumentException">A value is out of its range; the message names it.</exception>
    public void Validate()
    {
        Hyperband.Validate();
        Objective.Validate();
        Defaults.Validate();
        Validation.Validate();
        if (ReevaluateTop is < 1 or > 20)
        {
            throw new ArgumentOutOfRangeException(nameof(ReevaluateTop), ReevaluateTop, "ReevaluateTop must lie in [1, 20].");
        }

        if (RandomEntryDraws is < 20 or > 100_000)
        {
            throw new ArgumentOutOfRangeException(nameof(RandomEntryDraws), RandomEntryDraws, "RandomEntryDraws must lie in [20, 100000].");
        }

        if (TrialTimeout is { } limit && limit <= TimeSpan.Zero)
        {
            throw new ArgumentOutOfRangeException(nameof(TrialTimeout), limit, "TrialTimeout must be above 0, or absent for none.");
        }
    }
}
