using Ratchet.Lifecycle.Training;
using Ratchet.Search.Schedulers;
using Ratchet.Trading.Simulation;

namespace Ratchet.Lifecycle.Experiments;

/// <summary>All that a study found on the development part. The sealed part was not touched.</summary>
public sealed record StudyOutcome
{
    /// <summary>The settings that made it.</summary>
    public required StudySettings Settings { get; init; }

    /// <summary>SHA-256 of the development part and its features.</summary>
    public required string DataHash { get; init; }

    /// <summary>Rows that were learned from and traded.</summary>
    public required int Rows { get; init; }

    /// <summary>Features a row, side and momentum among them.</summary>
    public required int FeatureCount { get; init; }

    /// <summary>Every trial of the last stage, its rungs and ranks.</summary>
    public required HyperbandOutcome Search { get; init; }

    /// <summary>The searches of single forests that came before; empty for a joint search.</summary>
    public required IReadOnlyList<ModelSearch> Models { get; init; }

    /// <summary>The best configurations after the second look, the chosen one first.</summary>
    public required IReadOnlyList<Candidate> Top { get; init; }

    /// <summary>The fixed defaults under the same second look.</summary>
    public required Candidate Defaults { get; init; }

    /// <summary>The chosen configuration, walked forward: out-of-sample.</summary>
    public required WalkForwardResult WalkForward { get; init; }

    /// <summary>The fixed defaults, walked forward over the same windows.</summary>
    public required WalkForwardResult DefaultsWalkForward { get; init; }

    /// <summary>Holding over the walked-forward bars.</summary>
    public required ScoredRun BuyAndHold { get; init; }

    /// <summary>Random entries over the walked-forward bars, shaped like the chosen configuration's trades; null without trades.</summary>
    public required RandomEntryResult? RandomEntry { get; init; }

    /// <summary>What ranking all at the lowest resource would have found; null for a search by model.</summary>
    public required LowestFidelityBaseline? LowestFidelity { get; init; }

    /// <summary>Trees of the search.</summary>
    public required TreeCount Trees { get; init; }

    /// <summary>False when a trial's time-out fired: another machine may find something else.</summary>
    public required bool Reproducible { get; init; }

    /// <summary>The configuration that was chosen: the largest lower bound over folds among the viable; when none is viable, the one that misses least.</summary>
    public Candidate Chosen => Top[0];

    /// <summary>Trials of all stages.</summary>
    public int TrialCount => Search.Trials.Count + Models.Sum(m => m.Outcome.Trials.Count);

    /// <summary>Whether the chosen configuration is viable both in the second look and walked forward.</summary>
    public bool Viable => Chosen.Second.Whole.Score.Viable && WalkForward.Whole.Score.Viable;
}
