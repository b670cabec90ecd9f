namespace Ratchet.Market.Books;

/// <summary>One event of one order.</summary>
/// <param name="Time">Nanoseconds since 1970-01-01 UTC.</param>
/// <param name="Kind">What happened.</param>
/// <param name="OrderId">The exchange's number of the order.</param>
/// <param name="Side">The side it rests on.</param>
/// <param name="Price">Its price.</param>
/// <param name="Remaining">What is left of it after the event, or, of a deleted order, what was left when it went.</param>
public readonly record struct OrderEvent(long Time, OrderEventKind Kind, long OrderId, BookSide Side, double Price, double Remaining);
