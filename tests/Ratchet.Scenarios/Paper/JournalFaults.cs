namespace Ratchet.Scenarios.Paper;

/// <summary>What goes wrong with the journal next.</summary>
internal sealed class JournalFaults(TimeProvider clock)
{
    private long fullUntil;

    public volatile bool KillNext;

    public bool IsFull => clock.GetUtcNow().ToUnixTimeMilliseconds() < Volatile.Read(ref fullUntil);

    public int Refused { get; set; }

    public void FillUntil(long time) => Volatile.Write(ref fullUntil, time);
}
