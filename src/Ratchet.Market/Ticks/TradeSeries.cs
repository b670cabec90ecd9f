namespace Ratchet.Market.Ticks;

/// <summary>Trades of one instrument, column by column, oldest first; several may share a time. Safe to read from any number of threads.</summary>
public sealed class TradeSeries
{
    /// <summary>Wraps columns; nothing is copied.</summary>
    /// <param name="columns">The columns.</param>
    /// <exception cref="ArgumentException">Lengths differ, or times fall.</exception>
    public TradeSeries(TradeColumns columns)
    {
        ArgumentNullException.ThrowIfNull(columns);
        var count = columns.Time.Length;
        TimeColumn.RequireLength(nameof(TradeColumns.Price), columns.Price.Length, count);
        TimeColumn.RequireLength(nameof(TradeColumns.Size), columns.Size.Length, count);
        TimeColumn.RequireLength(nameof(TradeColumns.Side), columns.Side.Length, count);
        TimeColumn.RequireOrder(columns.Time.Span);
        Columns = columns;
    }

    /// <summary>The columns.</summary>
    public TradeColumns Columns { get; }

    /// <summary>How many trades.</summary>
    public int Count => Columns.Time.Length;

    /// <summary>Nanoseconds since 1970-01-01 UTC.</summary>
    public ReadOnlySpan<long> Time => Columns.Time.Span;

    /// <summary>Prices.</summary>
    public ReadOnlySpan<double> Price => Columns.Price.Span;

    /// <summary>Sizes.</summary>
    public ReadOnlySpan<double> Size => Columns.Size.Span;

    /// <summary>Who took the price.</summary>
    public ReadOnlySpan<AggressorSide> Side => Columns.Side.Span;

    /// <summary>One trade.</summary>
    /// <param name="index">0 to <see cref="Count"/> - 1.</param>
    public Trade this[int index] => new(Time[index], Price[index], Size[index], Side[index]);

    /// <summary>The first trade at or after a time; <see cref="Count"/> where there is none. Bisection.</summary>
    /// <param name="time">Nanoseconds since 1970-01-01 UTC.</param>
    public int FirstAtOrAfter(long time) => TimeColumn.FirstAtOrAfter(Time, time);
}
