namespace Ratchet.Trading.Venues;

/// <summary>How much worse than its price a market or stop order fills.</summary>
public enum SlippageModel
{
    /// <summary>A fixed share of the price.</summary>
    Fixed,

    /// <summary>The fixed share, plus a share of the bar's range: price x bps / 10,000 + factor x (high - low).</summary>
    Volatility,

    /// <summary>The fixed share, plus the square root of the order's share of the bar's volume: price x (bps / 10,000 + factor x sqrt(quantity / volume)).</summary>
    Volume,
}
