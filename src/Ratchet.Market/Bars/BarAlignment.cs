namespace Ratchet.Market.Bars;

/// <summary>What the opening times of a series are counted from.</summary>
public enum BarAlignment
{
    /// <summary>The UTC grid: midnight for a day and its parts, Monday for weeks.</summary>
    Utc,

    /// <summary>The opening of each session; the last bar of a session ends with it and may be shorter. See <see cref="SessionResampler"/>.</summary>
    Session,
}
