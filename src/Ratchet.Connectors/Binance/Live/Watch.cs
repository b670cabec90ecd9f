namespace Ratchet.Connectors.Binance.Live;

/// <summary>Waits for work, a time limit or cancellation, whichever is first, without ending the work.</summary>
internal static class Watch
{
    public static async Task AnyAsync(Task work, TimeSpan limit, TimeProvider clock, CancellationToken cancellationToken)
    {
        var over = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var timer = clock.CreateTimer(static state => ((TaskCompletionSource)state!).TrySetResult(), over, limit, Timeout.InfiniteTimeSpan);
        await using var registration = cancellationToken.UnsafeRegister(static state => ((TaskCompletionSource)state!).TrySetResult(), over);
        await Task.WhenAny(work, over.Task);
    }
}
