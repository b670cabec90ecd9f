namespace Ratchet.Numerics.Scores;

/// <summary>The pairs of rows that Kendall's tau counts.</summary>
/// <param name="Rows">n.</param>
/// <param name="Difference">Pairs in the same order on both sides, less pairs in opposite order.</param>
/// <param name="Discordant">Pairs in opposite order.</param>
/// <param name="Left">Ties on the left.</param>
/// <param name="Right">Ties on the right.</param>
internal readonly record struct KendallPairs(long Rows, long Difference, long Discordant, TieSums Left, TieSums Right)
{
    public long All => Rows * (Rows - 1) / 2;

    /// <summary>Whether neither side is constant.</summary>
    public bool Defined => All > Left.Pairs && All > Right.Pairs;

    public double TauB => Difference / Math.Sqrt((double)(All - Left.Pairs) * (All - Right.Pairs));
}
