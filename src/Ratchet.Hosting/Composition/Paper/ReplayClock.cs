namespace Ratchet.Hosting.Composition.Paper;

/// <summary>
/// The clock of a replay. As fast as possible, it stands where the replay has come to, and its timers never fire: bars tell the time. At a speed, market time runs that
/// many times as fast as the clock behind it, timers too.
/// </summary>
public sealed class ReplayClock : TimeProvider
{
    private readonly TimeProvider behind;
    private readonly long startedAt;
    private readonly long from;
    private long reached;

    /// <summary>A clock that begins at a time.</summary>
    /// <param name="behind">The clock behind it.</param>
    /// <param name="from">The first moment, in milliseconds since 1970-01-01 UTC.</param>
    /// <param name="speed">Seconds of the market in a second; infinity is as fast as possible. Above 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">The speed is not above 0.</exception>
    public ReplayClock(TimeProvider behind, long from, double speed)
    {
        ArgumentNullException.ThrowIfNull(behind);
        if (!(speed > 0))
        {
            throw new ArgumentOutOfRangeException(nameof(speed), speed, "speed must be above 0; infinity is as fast as possible.");
        }

        this.behind = behind;
        this.from = from;
        Speed = speed;
        reached = from;
        startedAt = behind.GetTimestamp();
    }

    /// <summary>Seconds of the market in a second.</summary>
    public double Speed { get; }

    /// <inheritdoc/>
    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    private bool IsFree => double.IsPositiveInfinity(Speed);

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => DateTimeOffset.FromUnixTimeMilliseconds(
        IsFree ? Interlocked.Read(ref reached) : from + (long)(behind.GetElapsedTime(startedAt).TotalMilliseconds * Speed));

    /// <inheritdoc/>
    public override long GetTimestamp() => GetUtcNow().Ticks;

    /// <inheritdoc/>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        IsFree ? new StillTimer() : behind.CreateTimer(callback, state, Real(dueTime), Real(period));

    /// <summary>Goes to a time, or waits until it has come.</summary>
    /// <param name="time">The time.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async ValueTask ReachAsync(long time, CancellationToken cancellationToken)
    {
        if (IsFree)
        {
            Interlocked.Exchange(ref reached, Math.Max(reached, time));
            return;
        }

        while (GetUtcNow().ToUnixTimeMilliseconds() is var now && now < time)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(Math.Min(Math.Ceiling((time - now) / Speed), int.MaxValue)), behind, cancellationToken);
        }
    }

    private TimeSpan Real(TimeSpan time) => time <= TimeSpan.Zero ? time : TimeSpan.FromMilliseconds(Math.Max(1, time.TotalMilliseconds / Speed));

    private sealed class StillTimer : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => true;

        public void Dispose()
        {
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
