using Ratchet.Lifecycle.Training;
using Ratchet.Search.Schedulers;

namespace Ratchet.Lifecycle.Experiments;

/// <summary>A trial on its way through one rung.</summary>
internal sealed class TrialJob(RungRequest request)
{
    private int remaining;
    private long startedAt;

    public RungRequest Request { get; } = request;

    public WarmTrial? Trial { get; set; }

    public Exception? Failure { get; set; }

    public ref int RemainingReference => ref remaining;

    /// <summary>Begins a stage: so many pieces are to do, and the time limit counts from the first of them.</summary>
    public void Begin(int pieces)
    {
        remaining = pieces;
        startedAt = 0;
    }

    /// <summary>A token that ends the trial's work when its time at this rung is over; null where there is no limit.</summary>
    public CancellationTokenSource? StartLimit(TimeSpan? limit, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (limit is not { } longest)
        {
            return null;
        }

        var now = clock.GetTimestamp();
        var started = Interlocked.CompareExchange(ref startedAt, now, 0);
        var left = longest - (started == 0 ? TimeSpan.Zero : clock.GetElapsedTime(started, now));
        var linked = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        if (left <= TimeSpan.Zero)
        {
            linked.Cancel();
        }
        else
        {
            linked.CancelAfter(left);
        }

        return linked;
    }
}
