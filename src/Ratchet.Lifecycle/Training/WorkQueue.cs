using System.Runtime.ExceptionServices;

namespace Ratchet.Lifecycle.Training;

/// <summary>
/// Runs numbered pieces of work on a fixed number of threads, handed out in order. Pieces write to slots of their own, so the result does
/// not depend on the number of threads. The first exception (by piece number) is thrown after all threads have stopped.
/// </summary>
internal static class WorkQueue
{
    public static void Run(int count, int threads, Action<int> piece, CancellationToken cancellationToken)
    {
        var next = -1;
        var failedPiece = int.MaxValue;
        ExceptionDispatchInfo? failure = null;
        var gate = new Lock();

        void Work()
        {
            while (true)
            {
                var index = Interlocked.Increment(ref next);
                if (index >= count || Volatile.Read(ref failure) is not null || cancellationToken.IsCancellationRequested)
                {
                    return;
                }

                try
                {
                    piece(index);
                }
#pragma warning disable CA1031 // Rethrown below on the caller's thread.
                catch (Exception exception)
#pragma warning restore CA1031
                {
                    lock (gate)
                    {
                        if (index < failedPiece)
                        {
                            failedPiece = index;
                            failure = ExceptionDispatchInfo.Capture(exception);
                        }
                    }
                }
            }
        }

        var helpers = new Thread[Math.Max(0, Math.Min(threads, count) - 1)];
        for (var i = 0; i < helpers.Length; i++)
        {
            helpers[i] = new Thread(Work) { IsBackground = true, Name = $"ratchet-work-{i + 1}" };
            helpers[i].Start();
        }

        Work();
        foreach (var helper in helpers)
        {
            helper.Join();
        }

        cancellationToken.ThrowIfCancellationRequested();
        failure?.Throw();
    }
}
