namespace Ratchet.Search.Importance;

/// <summary>Settings of <see cref="PedAnova"/>.</summary>
public sealed record PedAnovaOptions
{
    /// <summary>The share of the observations that counts as the best. Default 0.1; above 0, below 1.</summary>
    public double Quantile { get; init; } = 0.1;

    /// <summary>How many points the range of a numeric parameter is cut into, at most. Default 50; 2 to 10,000.</summary>
    public int GridPoints { get; init; } = 50;

    /// <summary>Checks every field.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A field is outside its range.</exception>
    public void Validate()
    {
        if (!(Quantile > 0 && Quantile < 1))
        {
            throw new ArgumentOutOfRangeException(nameof(Quantile), Quantile, "Quantile must be above 0 and below 1.");
        }

        if (GridPoints is < 2 or > 10_000)
        {
            throw new ArgumentOutOfRangeException(nameof(GridPoints), GridPoints, "GridPoints must be 2 to 10,000.");
        }
    }
}
