namespace Ratchet.Scenarios.Paper;

/// <summary>A clock that a person sets wrong: another one, and how far it is off.</summary>
internal sealed class SteppedTime(TimeProvider right) : TimeProvider
{
    public TimeSpan Offset { get; set; }

    public override long TimestampFrequency => right.TimestampFrequency;

    public override DateTimeOffset GetUtcNow() => right.GetUtcNow() + Offset;

    public override long GetTimestamp() => right.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) => right.CreateTimer(callback, state, dueTime, period);
}
