namespace Ratchet.Market.Feeds.Formats;

/// <summary>Which reader reads which format.</summary>
internal static class FormatTable
{
    public static Action<SourceJob> ReaderOf(SourceFormat format) => format.Name switch
    {
        "bars-csv" or "binance-csv" => BarReader.Read,
        "candle-json" => CandleReader.Read,
        "bar-quote-csv" => BarQuoteReader.Read,
        "trade-csv" => TradeReader.Read,
        "depth-csv" => DepthReader.Read,
        "order-event-csv" => OrderEventReader.Read,
        "option-csv" => OptionReader.Read,
        "cboe-table" => CboeReader.Read,
        "value-csv" => ValueReader.Read,
        "lobster" => LobsterReader.Read,
        "lean-zip" => LeanReader.Read,
        "bybit-book" => BybitReader.Read,
        "hyperliquid" => HyperliquidReader.Read,
        _ => throw new ArgumentException($"Format '{format.Name}' has no reader.", nameof(format)),
    };
}
