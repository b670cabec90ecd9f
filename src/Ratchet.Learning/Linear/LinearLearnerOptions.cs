namespace Ratchet.Learning.Linear;

/// <summary>How the linear learners read a table.</summary>
public sealed record LinearLearnerOptions
{
    /// <summary>The penalty, 0 or more, on the weights of the columns as they are fitted. Default 1.</summary>
    public double L2 { get; init; } = 1;

    /// <summary>Whether columns are divided by their weighted deviation before fitting, so that the penalty treats all alike. Default yes.</summary>
    public bool Standardise { get; init; } = true;

    /// <summary>Whether there is an intercept. Default yes.</summary>
    public bool Intercept { get; init; } = true;

    /// <summary>The most Newton steps of a classifier, 1 to 1000. Default 50.</summary>
    public int MaxIterations { get; init; } = 50;

    /// <summary>Checks every field.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A field is outside its range; the message names it, its value and the range.</exception>
    public void Validate() => Logistic().Validate();

    internal LogisticOptions Logistic() => new() { L2 = L2, Intercept = Intercept, MaxIterations = MaxIterations };
}
