namespace Ratchet.Market.Books;

/// <summary>The columns of order events, one element an event.</summary>
public sealed record OrderEventColumns
{
    /// <summary>Nanoseconds since 1970-01-01 UTC, never falling.</summary>
    public required ReadOnlyMemory<long> Time { get; init; }

    /// <summary>What happened.</summary>
    public required ReadOnlyMemory<OrderEventKind> Kind { get; init; }

    /// <summary>The exchange's numbers of the orders.</summary>
    public required ReadOnlyMemory<long> OrderId { get; init; }

    /// <summary>Sides.</summary>
    public required ReadOnlyMemory<BookSide> Side { get; init; }

    /// <summary>Prices.</summary>
    public required ReadOnlyMemory<double> Price { get; init; }

    /// <summary>What is left of the orders.</summary>
    public required ReadOnlyMemory<double> Remaining { get; init; }
}
