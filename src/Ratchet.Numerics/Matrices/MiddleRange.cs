namespace Ratchet.Numerics.Matrices;

/// <summary>
/// Powers of two that bring numbers to where their squares neither overflow nor vanish. Multiplying by them rounds nothing, so that comparisons of distances
/// stay as they are.
/// </summary>
public static class MiddleRange
{
    private const int FarthestExponent = 480;
    private const int LargestShift = 1000;

    /// <summary>
    /// 1 where the largest magnitude lies within 2^-480 and 2^481, and where there is none above 0; else the power of two between 2^-1000 and 2^1000 that
    /// brings it to 1 or as near to it as that allows. Cost O(n).
    /// </summary>
    /// <param name="values">Finite numbers.</param>
    public static double Unit(ReadOnlySpan<double> values)
    {
        var largest = 0.0;
        foreach (var value in values)
        {
            largest = Math.Max(largest, Math.Abs(value));
        }

        var exponent = largest > 0 ? Math.ILogB(largest) : 0;
        return Math.Abs(exponent) <= FarthestExponent ? 1 : Math.ScaleB(1, Math.Clamp(-exponent, -LargestShift, LargestShift));
    }
}
