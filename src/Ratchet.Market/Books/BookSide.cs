using System.Diagnostics.CodeAnalysis;

namespace Ratchet.Market.Books;

/// <summary>A side of an order book.</summary>
[SuppressMessage("Design", "CA1028:Enum storage should be Int32", Justification = "A column of millions of rows holds one a row.")]
public enum BookSide : byte
{
    /// <summary>Buyers.</summary>
    Bid,

    /// <summary>Sellers.</summary>
    Ask,
}
