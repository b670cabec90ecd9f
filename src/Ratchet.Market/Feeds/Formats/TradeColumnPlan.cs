using Ratchet.Market.Ticks;

namespace Ratchet.Market.Feeds.Formats;

/// <summary>Which columns of a table make a trade.</summary>
internal sealed class TradeColumnPlan(CsvTable table, int price, int size)
{
    private readonly int side = table.Find("side", "aggressor_side", "aggressor", "taker_side");
    private readonly int buyerIsMaker = table.Find("is_buyer_maker", "buyer_is_maker");
    private readonly int action = table.IsDatabento ? table.Find("action") : -1;

    /// <summary>Whether the row is a trade: all are, but in Databento's files those whose action is not T.</summary>
    public bool IsTrade() => action < 0 || table.Text(action).SequenceEqual("T"u8);

    public void AddTo(TradeBuffer trades, long time) =>
        trades.Add(time, table.Required(table.Price(price), price), table.Number(size), Side(), table.Source);

    private AggressorSide Side()
    {
        if (buyerIsMaker >= 0)
        {
            var flag = table.Text(buyerIsMaker);
            return System.Text.Ascii.EqualsIgnoreCase(flag, "true"u8) || flag.SequenceEqual("1"u8)
                ? AggressorSide.Sell
                : System.Text.Ascii.EqualsIgnoreCase(flag, "false"u8) || flag.SequenceEqual("0"u8)
                    ? AggressorSide.Buy
                    : throw table.Error(buyerIsMaker, "is no flag.", "Write true or false.");
        }

        if (side < 0)
        {
            return AggressorSide.Unknown;
        }

        return TradeSides.TryParse(table.Text(side), out var taken) ? taken : throw table.Error(side, "is no side.", "Write B or buy, S or sell, or N for unknown.");
    }
}
