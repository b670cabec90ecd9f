namespace Ratchet.Market.Books;

/// <summary>A side of an order book.</summary>
public enum BookSide : byte
{
    /// <summary>Buyers.</summary>
    Bid,

    /// <summary>Sellers.</summary>
    Ask,
}
