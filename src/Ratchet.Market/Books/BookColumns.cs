namespace Ratchet.Market.Books;

/// <summary>The columns of a book of fixed depth: for each level, the best first, one column of bid prices, bid sizes, ask prices and ask sizes. NaN where the book has no such level.</summary>
public sealed record BookColumns
{
    /// <summary>Nanoseconds since 1970-01-01 UTC, never falling.</summary>
    public required ReadOnlyMemory<long> Time { get; init; }

    /// <summary>Bid prices by level.</summary>
    public required IReadOnlyList<ReadOnlyMemory<double>> BidPrice { get; init; }

    /// <summary>Bid sizes by level.</summary>
    public required IReadOnlyList<ReadOnlyMemory<double>> BidSize { get; init; }

    /// <summary>Ask prices by level.</summary>
    public required IReadOnlyList<ReadOnlyMemory<double>> AskPrice { get; init; }

    /// <summary>Ask sizes by level.</summary>
    public required IReadOnlyList<ReadOnlyMemory<double>> AskSize { get; init; }
}
