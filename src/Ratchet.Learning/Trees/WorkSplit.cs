namespace Ratchet.Learning.Trees;

/// <summary>Runs numbered pieces of work on some threads; pieces must not depend on one another.</summary>
internal static class WorkSplit
{
    public static void Run(int count, int threads, CancellationToken cancellationToken, Action<int> piece)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (Math.Min(count, threads) <= 1)
        {
            for (var i = 0; i < count; i++)
            {
                piece(i);
            }

            return;
        }

        Parallel.For(0, count, new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellationToken }, piece);
    }
}
