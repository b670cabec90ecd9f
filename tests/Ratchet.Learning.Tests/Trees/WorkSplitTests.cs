using Ratchet.Learning.Trees;

namespace Ratchet.Learning.Tests.Trees;

public sealed class WorkSplitTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Run_CancelledByAPiece_StopsBeforeTheRest(int threads)
    {
        using var source = new CancellationTokenSource();
        var done = 0;
        Assert.ThrowsAny<OperationCanceledException>(() => WorkSplit.Run(
            1000,
            threads,
            _ =>
            {
                source.Cancel();
                Interlocked.Increment(ref done);
            },
            source.Token));
        Assert.InRange(done, 1, threads);
    }
}
