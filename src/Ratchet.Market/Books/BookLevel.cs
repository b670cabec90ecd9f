namespace Ratchet.Market.Books;

/// <summary>One price of an order book and what rests there. Both NaN where the book has no such level.</summary>
/// <param name="Price">The price.</param>
/// <param name="Size">What rests there; NaN where the source does not say.</param>
public readonly record struct BookLevel(double Price, double Size);
