namespace Ratchet.Market.Books;

/// <summary>The best levels of an order book from one moment on, the best first on both sides.</summary>
/// <param name="Time">Nanoseconds since 1970-01-01 UTC.</param>
/// <param name="Bids">Buyers' levels, prices falling.</param>
/// <param name="Asks">Sellers' levels, prices rising.</param>
public readonly record struct BookSnapshot(long Time, ReadOnlyMemory<BookLevel> Bids, ReadOnlyMemory<BookLevel> Asks);
