using System.Diagnostics;

namespace Ratchet.Learning.Tests.Learners;

/// <summary>
/// Cancels work after a while, by a thread of its own: the pool's timers wait for the pool. That thread sleeps, since there is no clock to inject: real work is
/// stopped in real time.
/// </summary>
internal static class TimedCancellation
{
    /// <summary>The milliseconds from the cancellation to the end of the work; infinity where the work was done before, with the time that it took.</summary>
    public static double Latency(TimeSpan delay, Action<CancellationToken> work, out TimeSpan done)
    {
        using var source = new CancellationTokenSource();
        long cancelled = 0;
        var timer = new Thread(() =>
        {
            Thread.Sleep(delay);
            Interlocked.Exchange(ref cancelled, Stopwatch.GetTimestamp());
            source.Cancel();
        });
        timer.Start();
        var begun = Stopwatch.GetTimestamp();
        done = TimeSpan.MaxValue;
        try
        {
            work(source.Token);
            done = Stopwatch.GetElapsedTime(begun);
            return double.PositiveInfinity;
        }
        catch (OperationCanceledException)
        {
            return Stopwatch.GetElapsedTime(Interlocked.Read(ref cancelled)).TotalMilliseconds;
        }
        finally
        {
            timer.Join();
        }
    }
}
