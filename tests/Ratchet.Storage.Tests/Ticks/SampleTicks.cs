using System.Globalization;
using System.Text;
using Ratchet.Storage.Ticks;

namespace Ratchet.Storage.Tests.Ticks;

/// <summary>CSV files of every kind of ticks; row i lies at <see cref="Start"/> + i steps, so that two hundred rows span more than one partition.</summary>
internal static class SampleTicks
{
    public const long Hour = 3_600_000_000_000;

    /// <summary>2023-11-14T22:00:00Z in nanoseconds.</summary>
    public const long Start = 1_699_999_200_000_000_000;

    public static string Csv(TickKind kind, int from, int count)
    {
        var text = new StringBuilder(Header(kind)).Append('\n');
        for (var i = from; i < from + count; i++)
        {
            text.Append(Row(kind, i)).Append('\n');
        }

        return text.ToString();
    }

    /// <summary>Two rows share each time.</summary>
    public static long TimeOf(TickKind kind, int i) => Start + (i / 2 * kind switch { TickKind.Options => 24 * Hour, TickKind.Values => 24 * 7 * Hour, _ => Hour / 2 });

    public static string Header(TickKind kind) => kind switch
    {
        TickKind.Trades => "timestamp_ns,price,size,side",
        TickKind.Quotes => "timestamp_ns,bid_px_0,bid_sz_0,ask_px_0,ask_sz_0",
        TickKind.Book => "timestamp_ns,bid_px_0,bid_sz_0,ask_px_0,ask_sz_0,bid_px_1,bid_sz_1,ask_px_1,ask_sz_1",
        TickKind.Orders => "timestamp_ns,event,order_id,side,price,amount",
        TickKind.Options => "timestamp,underlying,option_symbol,expiration,strike,type,bid,ask,iv",
        _ => "timestamp_ns,open_interest,funding rate",
    };

    public static string Row(TickKind kind, int i)
    {
        var time = kind == TickKind.Options ? TimeOf(kind, i) / 1_000_000 : kind == TickKind.Values ? TimeOf(kind, i) + (i % 2) : TimeOf(kind, i);
        var price = 100 + (i % 17 / 8.0);
        return kind switch
        {
            TickKind.Trades => Text($"{time},{price},{(i % 5 == 4 ? string.Empty : Text($"{(i % 7) + 0.25}"))},{"BSN"[i % 3]}"),
            TickKind.Quotes => Text($"{time},{price},{1 + (i % 3)},{(i % 11 == 10 ? ",0" : Text($"{price + 0.5},{2 + (i % 4)}"))}"),
            TickKind.Book => Text($"{time},{price},{1 + (i % 3)},{price + 0.5},{2 + (i % 4)},{price - 1},{i + 1},,"),
            TickKind.Orders => Text($"{time},{(i % 3) switch { 0 => "created", 1 => "changed", _ => "deleted" }},{1000 + (i / 3)},{(i % 2 == 0 ? "bid" : "ask")},{price},{i % 4}"),
            TickKind.Options => Text($"{time},SPX,{(i % 2 == 0 ? "SPX" : "SPXW")}240119C0{4000 + (i % 9)}000,2024-01-19,{4000 + (i % 9)},{(i % 3 == 0 ? 'P' : 'C')},{i % 4},{(i % 4) + 0.5},0.2"),
            _ => Text($"{time},{1000 + i},{(i % 4 == 0 ? string.Empty : Text($"{i * 0.0001}"))}"),
        };
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
