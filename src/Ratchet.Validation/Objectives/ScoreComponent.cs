namespace Ratchet.Validation.Objectives;

/// <summary>One term of a score.</summary>
/// <param name="Name">What it measures, such as <c>sharpe</c>.</param>
/// <param name="Raw">The metric in its own unit.</param>
/// <param name="Value">What enters the sum: the mapped value in [0, 1], or the raw one in a raw-weighted score.</param>
/// <param name="Weight">Its weight, negative for a penalty.</param>
public readonly record struct ScoreComponent(string Name, double Raw, double Value, double Weight)
{
    /// <summary>Weight times value, the term itself.</summary>
    public double Contribution => Weight * Value;
}
