namespace Ratchet.Market.Ticks;

/// <summary>Who took the price: the side whose order met a resting one.</summary>
public enum AggressorSide : byte
{
    /// <summary>The source does not say, or the trade had no aggressor (an auction, a cross).</summary>
    Unknown,

    /// <summary>The buyer took the offer.</summary>
    Buy,

    /// <summary>The seller took the bid.</summary>
    Sell,
}
