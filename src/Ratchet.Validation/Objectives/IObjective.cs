using Ratchet.Validation.Metrics;

namespace Ratchet.Validation.Objectives;

/// <summary>Turns the metrics of a run into one number that a search maximises.</summary>
public interface IObjective
{
    /// <summary>The name by which it is chosen and reported.</summary>
    string Name { get; }

    /// <summary>Judges a run. Pure: the same metrics give the same score.</summary>
    /// <param name="metrics">The metrics of the run.</param>
    ObjectiveScore Evaluate(PerformanceMetrics metrics);
}
