namespace Ratchet.Learning.Linear;

/// <summary>How a logistic regression is fitted: minimises Σ wᵢ logloss(yᵢ, pᵢ) + L2/2 |b|², the intercept not penalised (scikit-learn's C is 1 / L2).</summary>
public sealed record LogisticOptions
{
    /// <summary>The penalty, 0 or more. Default 1.</summary>
    public double L2 { get; init; } = 1.0;

    /// <summary>Whether there is an intercept. Default yes.</summary>
    public bool Intercept { get; init; } = true;

    /// <summary>The most Newton steps, 1 to 1000. Default 50.</summary>
    public int MaxIterations { get; init; } = 50;

    /// <summary>
    /// The last step is the one whose Newton decrement, per unit of weight, sqrt(gᵀ H⁻¹ g / Σ w), is not above this; it does not
    /// depend on the scale of the columns. Above 0, at most 1. Default 1e-8.
    /// </summary>
    public double Tolerance { get; init; } = 1e-8;

    /// <summary>Checks every field.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A field is outside its range; the message names it, its value and the range.</exception>
    public void Validate()
    {
        if (!(L2 >= 0) || !double.IsFinite(L2))
        {
            throw new ArgumentOutOfRangeException(nameof(L2), L2, $"L2 is {L2}; it must be finite and 0 or more.");
        }

        if (MaxIterations is < 1 or > 1000)
        {
            throw new ArgumentOutOfRangeException(
                nameof(MaxIterations), MaxIterations, $"MaxIterations is {MaxIterations}; it must be 1 to 1000.");
        }

        if (!(Tolerance is > 0 and <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(Tolerance), Tolerance, $"Tolerance is {Tolerance}; it must be above 0 and at most 1.");
        }
    }
}
