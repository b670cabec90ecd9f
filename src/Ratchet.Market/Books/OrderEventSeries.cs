using Ratchet.Market.Ticks;

namespace Ratchet.Market.Books;

/// <summary>Events of single orders, oldest first; several may share a time. Safe to read from any number of threads.</summary>
public sealed class OrderEventSeries
{
    /// <summary>Wraps columns; nothing is copied.</summary>
    /// <param name="columns">The columns.</param>
    /// <exception cref="ArgumentException">Lengths differ, or times fall.</exception>
    public OrderEventSeries(OrderEventColumns columns)
    {
        ArgumentNullException.ThrowIfNull(columns);
        var count = columns.Time.Length;
        TimeColumn.RequireLength(nameof(OrderEventColumns.Kind), columns.Kind.Length, count);
        TimeColumn.RequireLength(nameof(OrderEventColumns.OrderId), columns.OrderId.Length, count);
        TimeColumn.RequireLength(nameof(OrderEventColumns.Side), columns.Side.Length, count);
        TimeColumn.RequireLength(nameof(OrderEventColumns.Price), columns.Price.Length, count);
        TimeColumn.RequireLength(nameof(OrderEventColumns.Remaining), columns.Remaining.Length, count);
        TimeColumn.RequireOrder(columns.Time.Span);
        Columns = columns;
    }

    /// <summary>The columns.</summary>
    public OrderEventColumns Columns { get; }

    /// <summary>How many events.</summary>
    public int Count => Columns.Time.Length;

    /// <summary>One event.</summary>
    /// <param name="index">0 to <see cref="Count"/> - 1.</param>
    public OrderEvent this[int index] => new(
        Columns.Time.Span[index], Columns.Kind.Span[index], Columns.OrderId.Span[index], Columns.Side.Span[index], Columns.Price.Span[index], Columns.Remaining.Span[index]);
}
