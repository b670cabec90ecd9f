namespace Ratchet.Market.Feeds.Formats;

/// <summary>Trades of CSV files with a header: time, price, size and, where there is one, the aggressor's side or Binance's flag that the buyer was the maker.</summary>
internal static class TradeReader
{
    public static void Read(SourceJob job)
    {
        using var text = SourceText.Open(job.Path);
        var table = CsvTable.Open(job, text);
        var price = table.Require("price", "price", "px", "trade_price");
        var size = table.Require("size", "size", "qty", "quantity", "amount", "volume", "sz");
        var columns = new TradeColumnPlan(table, price, size);
        TradeBuffer? trades = null;
        while (table.TryNext())
        {
            if (columns.IsTrade())
            {
                trades ??= new(job.Sink, new() { Instrument = table.Instrument });
                columns.AddTo(trades, table.Time());
            }
        }

        trades?.Flush();
    }
}
