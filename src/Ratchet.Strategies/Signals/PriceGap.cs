namespace Ratchet.Strategies.Signals;

/// <summary>An imbalance of three bars: the middle one ran so far that the first and the third do not overlap.</summary>
/// <param name="Side">+1 where the price ran up, -1 down.</param>
/// <param name="Near">The edge that a returning price meets first: the third bar's low, or its high.</param>
/// <param name="Far">The other edge: the first bar's high, or its low.</param>
/// <param name="Size">The height in ATRs of the third bar.</param>
/// <param name="Age">Bars since the third.</param>
internal readonly record struct PriceGap(int Side, double Near, double Far, double Size, int Age)
{
    /// <summary>Whether a bar went into the gap by a share of its height.</summary>
    public bool IsEntered(double high, double low, double depth)
    {
        var edge = Near - (depth * (Near - Far));
        return Side > 0 ? low <= edge : high >= edge;
    }

    /// <summary>Whether a close lies beyond the gap: it was filled, and is one no more.</summary>
    public bool IsClosedThrough(double close) => Side > 0 ? close < Far : close > Far;
}
