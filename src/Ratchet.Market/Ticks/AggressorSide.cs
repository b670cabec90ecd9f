using System.Diagnostics.CodeAnalysis;

namespace Ratchet.Market.Ticks;

/// <summary>Who took the price: the side whose order met a resting one.</summary>
[SuppressMessage("Design", "CA1028:Enum storage should be Int32", Justification = "A column of millions of rows holds one a row.")]
public enum AggressorSide : byte
{
    /// <summary>The source does not say, or the trade had no aggressor (an auction, a cross).</summary>
    Unknown,

    /// <summary>The buyer took the offer.</summary>
    Buy,

    /// <summary>The seller took the bid.</summary>
    Sell,
}
