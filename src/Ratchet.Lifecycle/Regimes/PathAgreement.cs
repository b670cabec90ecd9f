namespace Ratchet.Lifecycle.Regimes;

/// <summary>How often two paths of states say the same.</summary>
internal static class PathAgreement
{
    /// <summary>The share of equal entries; NaN for empty paths.</summary>
    public static double Share(ReadOnlySpan<int> left, ReadOnlySpan<int> right)
    {
        right = right[..left.Length];
        var equal = 0;
        for (var t = 0; t < left.Length; t++)
        {
            equal += left[t] == right[t] ? 1 : 0;
        }

        return left.IsEmpty ? double.NaN : (double)equal / left.Length;
    }
}
