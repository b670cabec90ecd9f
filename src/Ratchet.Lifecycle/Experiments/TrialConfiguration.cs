using Ratchet.Features.Labels;
using Ratchet.Lifecycle.Training;
using Ratchet.Strategies.Ensemble;
using Ratchet.Trading.Simulation;

namespace Ratchet.Lifecycle.Experiments;

/// <summary>One candidate: how rows are labelled, how the four forests learn, how their signal is traded.</summary>
public sealed record TrialConfiguration
{
    /// <summary>Barriers and horizon of the labels.</summary>
    public required LabelOptions Labels { get; init; }

    /// <summary>The four forests and the meta layer.</summary>
    public required EnsembleOptions Ensemble { get; init; }

    /// <summary>Thresholds, stops, targets, costs.</summary>
    public required SimulationOptions Trading { get; init; }

    /// <summary>What is done about rare classes; default nothing.</summary>
    public ImbalanceOptions Imbalance { get; init; } = new();

    /// <summary>Checks every part.</summary>
    /// <exception cref="ArgumentException">A value is out of its range; the message names it.</exception>
    public void Validate()
    {
        Labels.Validate();
        Ensemble.Validate();
        Trading.Validate();
        Imbalance.Validate();
    }
}
