namespace Ratchet.Learning.Trees;

/// <summary>Runs numbered pieces of work on some threads; pieces must not depend on one another. The token is looked at before each piece.</summary>
internal static class WorkSplit
{
    public static void Run(int count, int threads, Action<int> piece, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (Math.Min(count, threads) <= 1)
        {
            for (var i = 0; i < count; i++)
            {
                cancellationToken.ThrowIfCancellationRequested();
                piece(i);
            }

            return;
        }

        Parallel.For(0, count, new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellationToken }, piece);
    }
}
