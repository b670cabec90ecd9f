namespace Ratchet.Learning.Resampling;

/// <summary>A row that was not observed: a place on the line between two rows of one class.</summary>
/// <param name="Seed">The observed row at which the line begins.</param>
/// <param name="Neighbour">The observed row at which it ends, one of the nearest of the class.</param>
/// <param name="Gap">How far along the row lies, in [0, 1).</param>
/// <param name="Label">The class of both.</param>
public readonly record struct SyntheticRow(int Seed, int Neighbour, double Gap, int Label)
{
    /// <summary>
    /// The row's value of one feature: seed + gap x (neighbour - seed), never outside the two. Where either is missing (NaN) it is the seed's value, missing or
    /// not, so that values are as often missing as in the observed rows of the class.
    /// </summary>
    /// <param name="column">The feature's observed values.</param>
    public double Value(ReadOnlySpan<double> column)
    {
        var from = column[Seed];
        var to = column[Neighbour];
        return double.IsNaN(from) || double.IsNaN(to)
            ? from
            : Math.Clamp(from + (Gap * (to - from)), Math.Min(from, to), Math.Max(from, to));
    }
}
