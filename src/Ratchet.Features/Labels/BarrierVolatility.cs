namespace Ratchet.Features.Labels;

/// <summary>What the volatility of one bar, the unit of the barriers, is estimated from. Each is known at the bar's close.</summary>
public enum BarrierVolatility
{
    /// <summary>The standard deviation of the last log returns, all weighed alike.</summary>
    Close,

    /// <summary>The exponentially weighted deviation of simple returns (<see cref="EwmVolatility"/>), which follows changes faster.</summary>
    Ewma,

    /// <summary>The average true range as a share of the close, scaled to a deviation; it sees what happened within bars.</summary>
    Range,
}
