using System.Globalization;
using Ratchet.Market.Books;
using Ratchet.Market.Feeds;
using Ratchet.Market.Ticks;
using Ratchet.Numerics.Windows;

namespace Ratchet.Storage.Ticks;

/// <summary>Columns of the store as series. Columns of one partition stay mapped; those of several are joined in memory, as are the names and dates of options.</summary>
internal static class TickParts
{
    public static SourcePart Build(TickLayout layout, IReadOnlyList<(MappedPartition Partition, IndexRange Rows)> partitions)
    {
        var source = new ColumnSource(layout, partitions);
        var part = new SourcePart { Instrument = layout.Instrument };
        var time = source.Get<long>(TickColumns.Time);
        return layout.Kind switch
        {
            TickKind.Trades => part with
            {
                Trades = new(new() { Time = time, Price = source.Numbers("price"), Size = source.Numbers("size"), Side = source.Get<AggressorSide>("side") }),
            },
            TickKind.Quotes => part with
            {
                Quotes = new(new()
                {
                    Time = time,
                    Bid = source.Numbers("bid"),
                    BidSize = source.Numbers("bid_size"),
                    Ask = source.Numbers("ask"),
                    AskSize = source.Numbers("ask_size"),
                }),
            },
            TickKind.Book => part with
            {
                Book = new(new()
                {
                    Time = time,
                    BidPrice = source.Levels("bid_price"),
                    BidSize = source.Levels("bid_size"),
                    AskPrice = source.Levels("ask_price"),
                    AskSize = source.Levels("ask_size"),
                }),
            },
            TickKind.Orders => part with
            {
                Orders = new(new()
                {
                    Time = time,
                    Kind = source.Get<OrderEventKind>("kind"),
                    OrderId = source.Get<long>("order_id"),
                    Side = source.Get<BookSide>("side"),
                    Price = source.Numbers("price"),
                    Remaining = source.Numbers("remaining"),
                }),
            },
            TickKind.Options => part with { Options = new(layout.Instrument ?? "unknown", Options(source, time)) },
            _ => part with { Values = Values(layout, source, time) },
        };
    }

    private static OptionColumns Options(ColumnSource source, ReadOnlyMemory<long> time) => new()
    {
        Time = time,
        Root = source.Roots(),
        Expiry = Dates(source.Get<long>("expiry").Span),
        Strike = source.Numbers("strike"),
        Right = source.Get<OptionRight>("right"),
        Bid = source.Optional("bid"),
        Ask = source.Optional("ask"),
        BidSize = source.Optional("bid_size"),
        AskSize = source.Optional("ask_size"),
        Last = source.Optional("last"),
        Volume = source.Optional("volume"),
        OpenInterest = source.Optional("open_interest"),
        ImpliedVolatility = source.Optional("iv"),
        Delta = source.Optional("delta"),
        Gamma = source.Optional("gamma"),
        Vega = source.Optional("vega"),
        Theta = source.Optional("theta"),
        Rho = source.Optional("rho"),
        UnderlyingPrice = source.Optional("underlying_price"),
    };

    private static ValueSeries Values(TickLayout layout, ColumnSource source, ReadOnlyMemory<long> time)
    {
        string[] names = [.. layout.Columns.Skip(1).Select(c => c.Name)];
        return new(time, names, [.. names.Select(source.Numbers)]);
    }

    private static DateOnly[] Dates(ReadOnlySpan<long> days)
    {
        var dates = new DateOnly[days.Length];
        for (var i = 0; i < dates.Length; i++)
        {
            dates[i] = TickColumns.DateOf(days[i]);
        }

        return dates;
    }

    private sealed class ColumnSource(TickLayout layout, IReadOnlyList<(MappedPartition Partition, IndexRange Rows)> partitions)
    {
        private readonly int count = checked((int)partitions.Sum(p => (long)p.Rows.Length));

        public ReadOnlyMemory<double> Numbers(string name) => Get<double>(name);

        public ReadOnlyMemory<double> Optional(string name) => layout.Columns.Any(c => c.Name == name) ? Get<double>(name) : default;

        public ReadOnlyMemory<double>[] Levels(string name) =>
            [.. Enumerable.Range(0, layout.Depth).Select(l => Numbers(string.Create(CultureInfo.InvariantCulture, $"{name}_{l}")))];

        public ReadOnlyMemory<T> Get<T>(string name)
            where T : unmanaged
        {
            if (partitions is [var (only, rows)])
            {
                return only.Column<T>(name).Slice(rows.Start, rows.Length);
            }

            var joined = new T[count];
            var at = 0;
            foreach (var (partition, range) in partitions)
            {
                partition.Column<T>(name).Span.Slice(range.Start, range.Length).CopyTo(joined.AsSpan(at));
                at += range.Length;
            }

            return joined;
        }

        public string[] Roots()
        {
            var roots = new string[count];
            var at = 0;
            foreach (var (partition, range) in partitions)
            {
                var names = partition.Partition.Roots;
                foreach (var code in partition.Column<byte>("root").Span.Slice(range.Start, range.Length))
                {
                    roots[at++] = code < names.Count ? names[code] : throw new ArgumentException($"Class of options {code} has no name; there are {names.Count}.");
                }
            }

            return roots;
        }
    }
}
