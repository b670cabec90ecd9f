using Ratchet.Lifecycle.Training;

namespace Ratchet.Lifecycle.Tests.Training;

public sealed class WorkQueueTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(0, 4)]
    [InlineData(1, 4)]
    [InlineData(100, 1)]
    [InlineData(100, 4)]
    public void Run_EveryPiece_IsDoneOnce(int count, int threads)
    {
        var done = new int[count];
        WorkQueue.Run(count, threads, i => Interlocked.Increment(ref done[i]), Token);
        Assert.All(done, d => Assert.Equal(1, d));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void Run_OnePieceThrows_ItsExceptionReachesTheCaller(int threads)
    {
        var exception = Assert.Throws<InvalidOperationException>(() => WorkQueue.Run(
            50, threads, i => _ = i == 7 ? throw new InvalidOperationException("piece 7") : i, Token));
        Assert.Equal("piece 7", exception.Message);
    }

    [Fact]
    public void Run_Cancelled_StopsAndThrows()
    {
        using var source = new CancellationTokenSource();
        var done = 0;
        Assert.Throws<OperationCanceledException>(() => WorkQueue.Run(
            1000,
            1,
            i =>
            {
                done++;
                if (i == 10)
                {
                    source.Cancel();
                }
            },
            source.Token));
        Assert.Equal(11, done);
    }
}
