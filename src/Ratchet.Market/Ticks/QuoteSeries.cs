namespace Ratchet.Market.Ticks;

/// <summary>Best bids and offers of one instrument, column by column, oldest first; several may share a time. Safe to read from any number of threads.</summary>
public sealed class QuoteSeries
{
    /// <summary>Wraps columns; nothing is copied.</summary>
    /// <param name="columns">The columns.</param>
    /// <exception cref="ArgumentException">Lengths differ, or times fall.</exception>
    public QuoteSeries(QuoteColumns columns)
    {
        ArgumentNullException.ThrowIfNull(columns);
        var count = columns.Time.Length;
        TimeColumn.RequireLength(nameof(QuoteColumns.Bid), columns.Bid.Length, count);
        TimeColumn.RequireLength(nameof(QuoteColumns.BidSize), columns.BidSize.Length, count);
        TimeColumn.RequireLength(nameof(QuoteColumns.Ask), columns.Ask.Length, count);
        TimeColumn.RequireLength(nameof(QuoteColumns.AskSize), columns.AskSize.Length, count);
        TimeColumn.RequireOrder(columns.Time.Span);
        Columns = columns;
    }

    /// <summary>The columns.</summary>
    public QuoteColumns Columns { get; }

    /// <summary>How many quotes.</summary>
    public int Count => Columns.Time.Length;

    /// <summary>Nanoseconds since 1970-01-01 UTC.</summary>
    public ReadOnlySpan<long> Time => Columns.Time.Span;

    /// <summary>Best bids.</summary>
    public ReadOnlySpan<double> Bid => Columns.Bid.Span;

    /// <summary>Sizes of the best bids.</summary>
    public ReadOnlySpan<double> BidSize => Columns.BidSize.Span;

    /// <summary>Best offers.</summary>
    public ReadOnlySpan<double> Ask => Columns.Ask.Span;

    /// <summary>Sizes of the best offers.</summary>
    public ReadOnlySpan<double> AskSize => Columns.AskSize.Span;

    /// <summary>One quote.</summary>
    /// <param name="index">0 to <see cref="Count"/> - 1.</param>
    public Quote this[int index] => new(Time[index], Bid[index], BidSize[index], Ask[index], AskSize[index]);

    /// <summary>The first quote at or after a time; <see cref="Count"/> where there is none. Bisection.</summary>
    /// <param name="time">Nanoseconds since 1970-01-01 UTC.</param>
    public int FirstAtOrAfter(long time) => TimeColumn.FirstAtOrAfter(Time, time);
}
