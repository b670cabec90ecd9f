namespace Ratchet.Storage.Columns;

/// <summary>The names of a bar's columns in the store, in their order.</summary>
internal static class ColumnNames
{
    public const string OpenTime = "open_time";
    public const string Open = "open";
    public const string High = "high";
    public const string Low = "low";
    public const string Close = "close";
    public const string Volume = "volume";
    public const string TradeCount = "trade_count";
    public const string TakerBuyVolume = "taker_buy_volume";
    public const string SourceLine = "source_line";
}
