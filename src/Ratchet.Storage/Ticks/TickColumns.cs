using System.Globalization;
using Ratchet.Market.Books;
using Ratchet.Market.Feeds;
using Ratchet.Market.Ticks;
using Ratchet.Numerics.Windows;

namespace Ratchet.Storage.Ticks;

/// <summary>Rows of each kind as columns of the store, in the store's order; the reverse is <see cref="TickParts"/>.</summary>
internal static class TickColumns
{
    public const string Time = "time";

    private static readonly int Epoch = new DateOnly(1970, 1, 1).DayNumber;

    public static TickKind KindOf(SourcePart part) => part switch
    {
        { Trades: not null } => TickKind.Trades,
        { Quotes: not null } => TickKind.Quotes,
        { Book: not null } => TickKind.Book,
        { Orders: not null } => TickKind.Orders,
        { Options: not null } => TickKind.Options,
        { Values: not null } => TickKind.Values,
        _ => throw new ArgumentException($"Rows of kind '{part.Kind}' are no ticks.", nameof(part)),
    };

    public static ReadOnlyMemory<long> Times(SourcePart part) =>
        part.Trades?.Columns.Time ?? part.Quotes?.Columns.Time ?? part.Book?.Columns.Time ?? part.Orders?.Columns.Time ?? part.Options?.Columns.Time
        ?? part.Values?.Times ?? throw new ArgumentException($"Rows of kind '{part.Kind}' are no ticks.", nameof(part));

    /// <summary>The columns of a range of rows.</summary>
    public static IReadOnlyList<TickColumn> Of(SourcePart part, IndexRange rows, RootTable roots)
    {
        var list = new ColumnList(rows);
        list.Add(Time, Times(part));
        switch (part)
        {
            case { Trades.Columns: { } trades }:
                list.Add("price", trades.Price);
                list.Add("size", trades.Size);
                list.Add("side", trades.Side);
                break;
            case { Quotes.Columns: { } quotes }:
                list.Add("bid", quotes.Bid);
                list.Add("bid_size", quotes.BidSize);
                list.Add("ask", quotes.Ask);
                list.Add("ask_size", quotes.AskSize);
                break;
            case { Book: { } book }:
                AddBook(list, book);
                break;
            case { Orders.Columns: { } orders }:
                list.Add("kind", orders.Kind);
                list.Add("order_id", orders.OrderId);
                list.Add("side", orders.Side);
                list.Add("price", orders.Price);
                list.Add("remaining", orders.Remaining);
                break;
            case { Options.Columns: { } options }:
                AddOptions(list, options, roots);
                break;
            default:
                AddValues(list, part.Values!);
                break;
        }

        return list.Columns;
    }

    /// <summary>Days since 1970-01-01 of a date.</summary>
    public static long DaysOf(DateOnly date) => date.DayNumber - Epoch;

    /// <summary>The date of a number of days since 1970-01-01.</summary>
    public static DateOnly DateOf(long days) => DateOnly.FromDayNumber(checked((int)(days + Epoch)));

    /// <summary>The columns of numbers that option quotes may have, as <see cref="OptionColumns"/> names them.</summary>
    public static IEnumerable<(string Name, ReadOnlyMemory<double> Values)> OptionNumbers(OptionColumns options) =>
    [
        ("bid", options.Bid), ("ask", options.Ask), ("bid_size", options.BidSize), ("ask_size", options.AskSize), ("last", options.Last), ("volume", options.Volume),
        ("open_interest", options.OpenInterest), ("iv", options.ImpliedVolatility), ("delta", options.Delta), ("gamma", options.Gamma), ("vega", options.Vega),
        ("theta", options.Theta), ("rho", options.Rho), ("underlying_price", options.UnderlyingPrice),
    ];

    private static void AddBook(ColumnList list, BookSeries book)
    {
        for (var level = 0; level < book.Depth; level++)
        {
            list.Add(Level("bid_price", level), book.Columns.BidPrice[level]);
            list.Add(Level("bid_size", level), book.Columns.BidSize[level]);
            list.Add(Level("ask_price", level), book.Columns.AskPrice[level]);
            list.Add(Level("ask_size", level), book.Columns.AskSize[level]);
        }

        static string Level(string name, int level) => string.Create(CultureInfo.InvariantCulture, $"{name}_{level}");
    }

    private static void AddOptions(ColumnList list, OptionColumns options, RootTable roots)
    {
        var codes = new byte[list.Rows.Length];
        var expiries = new long[list.Rows.Length];
        var names = options.Root.Span.Slice(list.Rows.Start, codes.Length);
        var dates = options.Expiry.Span.Slice(list.Rows.Start, codes.Length);
        for (var i = 0; i < codes.Length; i++)
        {
            codes[i] = roots.CodeOf(names[i]);
            expiries[i] = DaysOf(dates[i]);
        }

        list.AddWhole<byte>("root", codes);
        list.AddWhole<long>("expiry", expiries);
        list.Add("strike", options.Strike);
        list.Add("right", options.Right);
        foreach (var (name, values) in OptionNumbers(options))
        {
            if (!values.IsEmpty)
            {
                list.Add(name, values);
            }
        }
    }

    private static void AddValues(ColumnList list, ValueSeries values)
    {
        for (var c = 0; c < values.Names.Count; c++)
        {
            // A name of the source may be none that a file can have.
            list.Add(values.Names[c], values.Column(values.Names[c]), string.Create(CultureInfo.InvariantCulture, $"value_{c}.npy"));
        }
    }

    private sealed class ColumnList(IndexRange rows)
    {
        private readonly List<TickColumn> columns = [];

        public IndexRange Rows => rows;

        public IReadOnlyList<TickColumn> Columns => columns;

        public void Add<T>(string name, ReadOnlyMemory<T> values, string? file = null)
            where T : unmanaged => columns.Add(new TypedTickColumn<T>(name, file ?? name + ".npy", values.Slice(rows.Start, rows.Length)));

        public void AddWhole<T>(string name, ReadOnlyMemory<T> values)
            where T : unmanaged => columns.Add(new TypedTickColumn<T>(name, name + ".npy", values));
    }
}
