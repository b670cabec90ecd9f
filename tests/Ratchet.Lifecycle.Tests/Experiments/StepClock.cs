namespace Ratchet.Lifecycle.Tests.Experiments;

/// <summary>A clock that moves by a set step at each of some readings, and stands still at the others.</summary>
internal sealed class StepClock(TimeSpan step, Func<int, bool> movesAt) : TimeProvider
{
    private long now = 1;
    private int readings;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() =>
        movesAt(Interlocked.Increment(ref readings)) ? Interlocked.Add(ref now, step.Ticks) : Interlocked.Read(ref now);
}
