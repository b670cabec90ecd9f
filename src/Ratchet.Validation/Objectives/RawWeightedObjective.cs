using Ratchet.Validation.Metrics;

namespace Ratchet.Validation.Objectives;

/// <summary>
/// The same weights on the metrics as they are, without mapping: an outlier in one metric dominates the sum, which is why it is not the default.
/// Its criteria and its ranking of non-viable runs are those of <see cref="CompositeObjective"/>; a viable sum below 0 ranks at s / (1 - s), above -1.
/// </summary>
public sealed class RawWeightedObjective : IObjective
{
    private readonly CompositeOptions options;

    /// <summary>Sets up the objective.</summary>
    /// <param name="options">Weights and criteria; the curves are not used.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option is outside its range.</exception>
    public RawWeightedObjective(CompositeOptions options)
    {
        options.Validate();
        this.options = options;
    }

    /// <inheritdoc/>
    public string Name => "raw-weighted";

    /// <inheritdoc/>
    public ObjectiveScore Evaluate(PerformanceMetrics metrics)
    {
        var components = RawComponents.Of(metrics, options);
        var sum = 0.0;
        foreach (var component in components)
        {
            sum += component.Contribution;
        }

        var viability = Viability.Of(metrics, options.Viability);
        var ranking = !viability.IsMet ? -1 - viability.Shortfall : sum < 0 ? sum / (1 - sum) : sum;
        return new(sum, ranking, viability.IsMet, viability.Reasons, components);
    }
}
