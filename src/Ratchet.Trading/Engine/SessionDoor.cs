using Ratchet.Trading.Events;

namespace Ratchet.Trading.Engine;

/// <summary>
/// What a session remembers of its inputs in order to keep them in order: the last bar of each symbol, the time, and how many inputs there were. It follows from the
/// journal's events, so that a restart has the same one.
/// </summary>
internal sealed class SessionDoor
{
    private readonly long[] frames;
    private readonly long[] last;
    private readonly long[] lastFine;

    public SessionDoor(IReadOnlyList<InstrumentRules> instruments)
    {
        var symbols = instruments.Count;
        frames = [.. instruments.Select(i => i.Frame.Milliseconds)];
        last = new long[symbols];
        lastFine = new long[symbols];
        Array.Fill(last, long.MinValue);
        Array.Fill(lastFine, long.MinValue);
    }

    /// <summary>The session's time: the latest that was ever given.</summary>
    public long Time { get; private set; } = long.MinValue;

    /// <summary>The latest time that the data reached: the close of a decision bar or the open of a finer one.</summary>
    public long DataTime { get; private set; } = long.MinValue;

    public long Inputs { get; private set; }

    public long Duplicates { get; private set; }

    public long Late { get; private set; }

    public long LastOpenTime(int symbol, bool fine) => (fine ? lastFine : last)[symbol];

    /// <summary>What the feed did wrong with a bar; null where nothing. A symbol that is not known is for the engine to refuse.</summary>
    public FeedState? Fault(int symbol, long openTime, bool fine)
    {
        var times = fine ? lastFine : last;
        return (uint)symbol >= (uint)times.Length || openTime > times[symbol] ? null
            : openTime == times[symbol] ? FeedState.Duplicate
            : FeedState.Late;
    }

    /// <summary>An event was appended.</summary>
    public void Appended(in TradingEvent tradingEvent)
    {
        Time = Math.Max(Time, tradingEvent.Time);
        if (tradingEvent.Kind is EventKind.Signal or EventKind.Advice)
        {
            return;
        }

        Inputs++;
        if (tradingEvent.Detail is FeedChange change)
        {
            Duplicates += change.State == FeedState.Duplicate ? 1 : 0;
            Late += change.State == FeedState.Late ? 1 : 0;
        }
    }

    /// <summary>The engine took a bar.</summary>
    public void Took(int symbol, long openTime, bool fine)
    {
        (fine ? lastFine : last)[symbol] = openTime;
        DataTime = Math.Max(DataTime, openTime + (fine ? 0 : frames[symbol]));
    }
}
