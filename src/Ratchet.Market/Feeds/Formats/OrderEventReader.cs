using System.Globalization;
using System.Text;
using Ratchet.Market.Books;

namespace Ratchet.Market.Feeds.Formats;

/// <summary>Events of single orders of CSV files: time, event (created, changed, deleted), order number, side, price, remaining amount.</summary>
internal static class OrderEventReader
{
    public static void Read(SourceJob job)
    {
        using var text = SourceText.Open(job.Path);
        var table = CsvTable.Open(job, text);
        var kind = table.Require("event", "event");
        var order = table.Require("order_id", "order_id");
        var side = table.Require("side", "side");
        var price = table.Require("price", "price");
        var amount = table.Require("amount", "amount", "size", "remaining");
        OrderEventBuffer? events = null;
        while (table.TryNext())
        {
            events ??= new(job.Sink, new() { Instrument = table.Instrument });
            var id = long.TryParse(table.Text(order), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                ? number
                : throw table.Error(order, "is no order number.", "Write a whole number.");
            events.Add(new(table.Time(), Kind(table, kind), id, Side(table, side), table.Number(price), table.Number(amount)), table.Source);
        }

        events?.Flush();
    }

    private static OrderEventKind Kind(CsvTable table, int column)
    {
        var text = table.Text(column);
        return Ascii.EqualsIgnoreCase(text, "created"u8) ? OrderEventKind.Created
            : Ascii.EqualsIgnoreCase(text, "changed"u8) ? OrderEventKind.Changed
            : Ascii.EqualsIgnoreCase(text, "deleted"u8) ? OrderEventKind.Deleted
            : throw table.Error(column, "is no event.", "Write created, changed or deleted.");
    }

    private static BookSide Side(CsvTable table, int column)
    {
        var text = table.Text(column);
        return Ascii.EqualsIgnoreCase(text, "bid"u8) || Ascii.EqualsIgnoreCase(text, "buy"u8) ? BookSide.Bid
            : Ascii.EqualsIgnoreCase(text, "ask"u8) || Ascii.EqualsIgnoreCase(text, "sell"u8) ? BookSide.Ask
            : throw table.Error(column, "is no side.", "Write bid or ask.");
    }
}
