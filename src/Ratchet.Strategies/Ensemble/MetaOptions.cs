namespace Ratchet.Strategies.Ensemble;

/// <summary>The layer above the four models.</summary>
public sealed record MetaOptions
{
    /// <summary>L2 penalty of the logistic and the ridge part, on standardised inputs, per the whole fit; default 10, above 0.</summary>
    public double L2 { get; init; } = 10.0;

    /// <summary>With fewer labelled rows than this the layer answers the base rate alone; default 100, at least 20.</summary>
    public int MinimumRows { get; init; } = 100;

    /// <summary>Checks the ranges.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A value is out of its range.</exception>
    public void Validate()
    {
        if (!(L2 > 0) || !double.IsFinite(L2))
        {
            throw new ArgumentOutOfRangeException(nameof(L2), L2, "meta L2 must be finite and above 0.");
        }

        if (MinimumRows < 20)
        {
            throw new ArgumentOutOfRangeException(nameof(MinimumRows), MinimumRows, "meta MinimumRows must be at least 20.");
        }
    }
}
