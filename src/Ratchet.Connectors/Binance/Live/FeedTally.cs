namespace Ratchet.Connectors.Binance.Live;

/// <summary>Counts that one thread writes and any thread reads.</summary>
internal sealed class FeedTally
{
    private readonly Lock gate = new();
    private FeedCounters counters = new();

    public FeedCounters Snapshot()
    {
        lock (gate)
        {
            return counters;
        }
    }

    public void Count(Func<FeedCounters, FeedCounters> change)
    {
        lock (gate)
        {
            counters = change(counters);
        }
    }
}
