using Ratchet.Market.Instruments;

namespace Ratchet.Connectors.Binance.Live;

/// <summary>Where the trades of one symbol stand: the number that must come next. Trades pass it once and in order.</summary>
internal sealed class TradeCursor(Symbol symbol)
{
    public Symbol Symbol { get; } = symbol;

    public string ExchangeSymbol { get; } = BinanceNames.Of(symbol);

    public bool IsPlaced { get; private set; }

    /// <summary>The number that must come next.</summary>
    public long Next { get; private set; }

    /// <summary>The last trade told, or null.</summary>
    public AggregateTrade? Last { get; private set; }

    /// <summary>When the cursor moved last, by the exchange's clock.</summary>
    public long MovedAt { get; private set; }

    public QuestionPace Pace { get; } = new();

    public void Pass(in AggregateTrade trade, long now)
    {
        Last = trade;
        MoveTo(trade.Id + 1, now);
    }

    public void MoveTo(long next, long now)
    {
        IsPlaced = true;
        Next = next;
        MovedAt = now;
        Pace.Reset();
    }
}
