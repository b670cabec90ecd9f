namespace Ratchet.Connectors.Binance;

/// <summary>
/// The exchange's time: what it said last, plus what the monotonic clock has counted since the answer came. It is never ahead of the exchange by more than
/// the clocks drift apart, and steps of the local wall clock do not touch it. Before the first answer it is the local time. Safe for several threads.
/// </summary>
public sealed class ExchangeClock
{
    private readonly TimeProvider clock;
    private readonly Lock gate = new();
    private long serverTime;
    private long heardAt;

    internal ExchangeClock(TimeProvider clock) => this.clock = clock;

    /// <summary>Whether the exchange has said its time.</summary>
    public bool IsSynchronised { get; private set; }

    /// <summary>Milliseconds since 1970-01-01 UTC.</summary>
    public long Now
    {
        get
        {
            lock (gate)
            {
                return IsSynchronised ? serverTime + (long)clock.GetElapsedTime(heardAt).TotalMilliseconds : clock.GetUtcNow().ToUnixTimeMilliseconds();
            }
        }
    }

    /// <summary>How long ago the exchange said its time; <see cref="TimeSpan.MaxValue"/> before the first answer.</summary>
    public TimeSpan Age
    {
        get
        {
            lock (gate)
            {
                return IsSynchronised ? clock.GetElapsedTime(heardAt) : TimeSpan.MaxValue;
            }
        }
    }

    internal void Set(long time)
    {
        lock (gate)
        {
            serverTime = time;
            heardAt = clock.GetTimestamp();
            IsSynchronised = true;
        }
    }
}
