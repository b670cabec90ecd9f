using Ratchet.Trading.Journal;

namespace Ratchet.Adaptation.Decomposition;

/// <summary>One group's trades: all of them in one summary, the last ones in two windows.</summary>
internal sealed class PerformanceCell(DecomposerOptions options)
{
    private readonly SlidingSummary lastTrades = new(options.LastTrades, long.MaxValue);
    private readonly SlidingSummary lastTime = new(options.MostTimedTrades, options.LastMilliseconds);
    private TradeSummary all;

    public void Add(in TradeSample trade)
    {
        all.Append(trade);
        lastTrades.Add(trade);
        lastTime.Add(trade);
    }

    public TradeSummary Summary(TradeWindow window, long time) => window switch
    {
        TradeWindow.All => all,
        TradeWindow.LastTrades => lastTrades.Current,
        TradeWindow.LastTime => lastTime.At(time),
        _ => throw new ArgumentOutOfRangeException(nameof(window), window, "The window is none of the enumeration."),
    };

    public void Write(StateWriter writer)
    {
        all.Write(writer);
        lastTrades.Write(writer);
        lastTime.Write(writer);
    }

    public void Read(ref StateReader reader)
    {
        all = TradeSummary.Read(ref reader);
        lastTrades.Read(ref reader);
        lastTime.Read(ref reader);
    }
}
