using Ratchet.Market.Bars;
using Ratchet.Market.Feeds.Live;
using Ratchet.Market.Instruments;
using Ratchet.Market.Time;

namespace Ratchet.Connectors.Binance.Live;

/// <summary>Where one series of a feed stands: the opening time that must come next. Bars pass it once and in order.</summary>
internal sealed class StreamCursor(FeedSubscription subscription)
{
    public Symbol Symbol { get; } = subscription.Symbol;

    public TimeFrame TimeFrame { get; } = subscription.TimeFrame;

    public string ExchangeSymbol { get; } = BinanceNames.Of(subscription.Symbol);

    public string Interval { get; } = BinanceNames.Of(subscription.TimeFrame);

    public long Step { get; } = subscription.TimeFrame.Milliseconds;

    public bool IsPlaced { get; private set; }

    /// <summary>The opening time that must come next.</summary>
    public long Next { get; private set; }

    /// <summary>The last bar told, or null.</summary>
    public Bar? Last { get; private set; }

    public QuestionPace Pace { get; } = new();

    /// <summary>Places a new cursor: after the bar that is known, or at the bar now open.</summary>
    public void Place(long now)
    {
        if (!IsPlaced)
        {
            Next = subscription.After is { } after ? UtcTime.Align(after, TimeFrame) + Step : UtcTime.Align(now, TimeFrame);
            IsPlaced = true;
        }
    }

    public void Pass(in Bar bar)
    {
        Last = bar;
        MoveTo(bar.OpenTime + Step);
    }

    public void MoveTo(long next)
    {
        Next = next;
        Pace.Reset();
    }
}
