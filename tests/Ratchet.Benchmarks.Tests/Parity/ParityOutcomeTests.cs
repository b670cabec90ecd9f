using Ratchet.Benchmarks.Parity;

namespace Ratchet.Benchmarks.Tests.Parity;

public sealed class ParityOutcomeTests
{
    [Theory]
    [InlineData(0.5, true, "within")]
    [InlineData(0.4, true, "within")]
    [InlineData(0.39, true, "worse")]
    [InlineData(0.61, true, "better")]
    [InlineData(0.39, false, "better")]
    [InlineData(0.61, false, "worse")]
    public void Verdict_MeanOfOurs_IsJudgedAgainstThePeersEnds(double mean, bool higherIsBetter, string expected) =>
        Assert.Equal(expected, Outcome(higherIsBetter, [mean - 0.25, mean + 0.25], [0.4, 0.6]).Verdict);

    [Fact]
    public void Distance_IsInThePeersSampleDeviations()
    {
        Assert.Equal(2, Outcome(true, [7], [3, 5, 7, 5, 5]).Distance * Math.Sqrt(2), 12);
        Assert.Equal(-2, Outcome(false, [7], [3, 5, 7, 5, 5]).Distance * Math.Sqrt(2), 12);
    }

    [Fact]
    public void Verdict_WithoutPeer_IsNone() => Assert.Equal("-", Outcome(true, [1], []).Verdict);

    [Fact]
    public void Filled_Gaps_GetTheMedianOfTheRowsLearnedFrom()
    {
        var set = new ParitySet("s", ["f"], [[1, 2, 9, double.NaN, double.NaN, 100]], 4, 4, new Dictionary<ParityTask, double[]>());
        Assert.True(set.HasMissing);
        Assert.Equal([1, 2, 9, 2, 2, 100], set.Filled().Columns[0]);
        Assert.Equal(4, set.Columns[0].Count(double.IsFinite));
    }

    private static ParityOutcome Outcome(bool higherIsBetter, double[] ours, double[] peer) => new("set", "model", "Binary", "score", higherIsBetter, ours, peer, "peer");
}
