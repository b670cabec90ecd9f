using Ratchet.Market.Ticks;

namespace Ratchet.Market.Books;

/// <summary>Snapshots of one instrument's order book at a fixed depth, column by column, oldest first; several may share a time. Safe to read from any number of threads.</summary>
public sealed class BookSeries
{
    /// <summary>Wraps columns; nothing is copied.</summary>
    /// <param name="columns">The columns: at least one level.</param>
    /// <exception cref="ArgumentException">Lengths differ, there is no level, or times fall.</exception>
    public BookSeries(BookColumns columns)
    {
        ArgumentNullException.ThrowIfNull(columns);
        Depth = columns.BidPrice.Count;
        if (Depth == 0)
        {
            throw new ArgumentException("A book needs at least one level a side.", nameof(columns));
        }

        Check(nameof(BookColumns.BidPrice), columns.BidPrice, columns.Time.Length);
        Check(nameof(BookColumns.BidSize), columns.BidSize, columns.Time.Length);
        Check(nameof(BookColumns.AskPrice), columns.AskPrice, columns.Time.Length);
        Check(nameof(BookColumns.AskSize), columns.AskSize, columns.Time.Length);
        TimeColumn.RequireOrder(columns.Time.Span);
        Columns = columns;
    }

    /// <summary>The columns.</summary>
    public BookColumns Columns { get; }

    /// <summary>Levels a side.</summary>
    public int Depth { get; }

    /// <summary>How many snapshots.</summary>
    public int Count => Columns.Time.Length;

    /// <summary>Nanoseconds since 1970-01-01 UTC.</summary>
    public ReadOnlySpan<long> Time => Columns.Time.Span;

    /// <summary>Bid prices of a level.</summary>
    /// <param name="level">0 for the best, to <see cref="Depth"/> - 1.</param>
    public ReadOnlySpan<double> BidPrice(int level) => Columns.BidPrice[level].Span;

    /// <summary>Bid sizes of a level.</summary>
    /// <param name="level">0 for the best, to <see cref="Depth"/> - 1.</param>
    public ReadOnlySpan<double> BidSize(int level) => Columns.BidSize[level].Span;

    /// <summary>Ask prices of a level.</summary>
    /// <param name="level">0 for the best, to <see cref="Depth"/> - 1.</param>
    public ReadOnlySpan<double> AskPrice(int level) => Columns.AskPrice[level].Span;

    /// <summary>Ask sizes of a level.</summary>
    /// <param name="level">0 for the best, to <see cref="Depth"/> - 1.</param>
    public ReadOnlySpan<double> AskSize(int level) => Columns.AskSize[level].Span;

    /// <summary>The best bid and offer of one snapshot.</summary>
    /// <param name="index">0 to <see cref="Count"/> - 1.</param>
    public Quote Best(int index) => new(Time[index], BidPrice(0)[index], BidSize(0)[index], AskPrice(0)[index], AskSize(0)[index]);

    /// <summary>The best bids and offers as quotes over the same memory.</summary>
    public QuoteSeries ToQuotes() => new(new()
    {
        Time = Columns.Time,
        Bid = Columns.BidPrice[0],
        BidSize = Columns.BidSize[0],
        Ask = Columns.AskPrice[0],
        AskSize = Columns.AskSize[0],
    });

    /// <summary>One snapshot as a value of its own; allocates. Loops use <see cref="CopyTo"/> or the columns.</summary>
    /// <param name="index">0 to <see cref="Count"/> - 1.</param>
    public BookSnapshot Snapshot(int index)
    {
        var bids = new BookLevel[Depth];
        var asks = new BookLevel[Depth];
        CopyTo(index, bids, asks);
        return new(Time[index], bids, asks);
    }

    /// <summary>Copies one snapshot's levels, the best first.</summary>
    /// <param name="index">0 to <see cref="Count"/> - 1.</param>
    /// <param name="bids">At least <see cref="Depth"/> long.</param>
    /// <param name="asks">At least <see cref="Depth"/> long.</param>
    public void CopyTo(int index, Span<BookLevel> bids, Span<BookLevel> asks)
    {
        for (var level = 0; level < Depth; level++)
        {
            bids[level] = new(BidPrice(level)[index], BidSize(level)[index]);
            asks[level] = new(AskPrice(level)[index], AskSize(level)[index]);
        }
    }

    /// <summary>The first snapshot at or after a time; <see cref="Count"/> where there is none. Bisection.</summary>
    /// <param name="time">Nanoseconds since 1970-01-01 UTC.</param>
    public int FirstAtOrAfter(long time) => TimeColumn.FirstAtOrAfter(Time, time);

    private void Check(string name, IReadOnlyList<ReadOnlyMemory<double>> levels, int count)
    {
        if (levels.Count != Depth)
        {
            throw new ArgumentException($"{name} has {levels.Count} levels, BidPrice has {Depth}; they must agree.", name);
        }

        for (var level = 0; level < Depth; level++)
        {
            TimeColumn.RequireLength($"{name}[{level}]", levels[level].Length, count);
        }
    }
}
