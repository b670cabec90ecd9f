namespace Ratchet.Testing.Exchange;

/// <summary>
/// A clock that tests move. Waits (<c>Task.Delay</c>) pass at once: the clock jumps to their end, and they are recorded. All other timers (time limits, watches)
/// fire only when the clock passes their time, by <see cref="Advance"/> or by such a jump.
/// </summary>
public sealed class ManualTime(DateTimeOffset start) : TimeProvider
{
    private readonly Lock gate = new();
    private readonly List<ManualTimer> timers = [];
    private readonly List<TimeSpan> waits = [];
    private DateTimeOffset now = start;
    private TaskCompletionSource armed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <summary>The waits that have passed, in order.</summary>
    public IReadOnlyList<TimeSpan> Waits
    {
        get
        {
            lock (gate)
            {
                return [.. waits];
            }
        }
    }

    public long Milliseconds => GetUtcNow().ToUnixTimeMilliseconds();

    public override DateTimeOffset GetUtcNow()
    {
        lock (gate)
        {
            return now;
        }
    }

    public override long GetTimestamp() => GetUtcNow().Ticks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new ManualTimer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>
    /// Completes as soon as someone watches: a timer is set that is neither a wait nor the time limit of a cancellation source. Whoever moves the clock only then
    /// moves it while the client is at rest.
    /// </summary>
    public Task WatchedAsync()
    {
        lock (gate)
        {
            return timers.Exists(IsWatch) ? Task.CompletedTask : armed.Task;
        }
    }

    public void Advance(TimeSpan time)
    {
        lock (gate)
        {
            now += time;
        }

        FireDue();
    }

    /// <summary>Moves the clock to a time, never back.</summary>
    public void AdvanceTo(long milliseconds)
    {
        lock (gate)
        {
            var to = DateTimeOffset.FromUnixTimeMilliseconds(milliseconds);
            now = to > now ? to : now;
        }

        FireDue();
    }

    private static bool IsWatch(ManualTimer timer) => timer.State is not (Task or CancellationTokenSource);

    private void Set(ManualTimer timer, TimeSpan dueTime)
    {
        TaskCompletionSource? signal = null;
        lock (gate)
        {
            timers.Remove(timer);
            if (dueTime == Timeout.InfiniteTimeSpan)
            {
                return;
            }

            if (timer.State is Task)
            {
                waits.Add(dueTime);
                now += dueTime;
                timer.Due = now;
            }
            else
            {
                timer.Due = now + dueTime;
            }

            timers.Add(timer);
            if (IsWatch(timer))
            {
                (signal, armed) = (armed, new(TaskCreationOptions.RunContinuationsAsynchronously));
            }
        }

        signal?.TrySetResult();
        FireDue();
    }

    private void Remove(ManualTimer timer)
    {
        lock (gate)
        {
            timers.Remove(timer);
        }
    }

    private void FireDue()
    {
        ManualTimer[] due;
        lock (gate)
        {
            due = [.. timers.Where(t => t.Due <= now)];
            timers.RemoveAll(t => t.Due <= now);
        }

        foreach (var timer in due)
        {
            ThreadPool.QueueUserWorkItem(static t => t.Fire(), timer, preferLocal: false);
        }
    }

    private sealed class ManualTimer(ManualTime clock, TimerCallback callback, object? state) : ITimer
    {
        public object? State => state;

        public DateTimeOffset Due { get; set; }

        public void Fire() => callback(state);

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            clock.Set(this, dueTime);
            return true;
        }

        public void Dispose() => clock.Remove(this);

        public ValueTask DisposeAsync()
        {
            clock.Remove(this);
            return ValueTask.CompletedTask;
        }
    }
}
