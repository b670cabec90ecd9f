using Ratchet.Features.Labels;

namespace Ratchet.Features.Tests.Labels;

public sealed class LabelWeightsTests
{
    [Fact]
    public void AverageUniqueness_TwoOverlapping_MatchesHandCalculation()
    {
        // Bars 1-3 and 3-4: bar 3 is shared.
        Assert.Equal([0, 1, 1, 2, 1], LabelWeights.Concurrency(5, [1, 3], [3, 4]));
        var uniqueness = LabelWeights.AverageUniqueness(5, [1, 3], [3, 4]);
        Assert.Equal(2.5 / 3, uniqueness[0], 1e-15);
        Assert.Equal(0.75, uniqueness[1], 1e-15);
    }

    [Fact]
    public void ByReturn_NoReturns_WeighsAllOne() => Assert.Equal([1.0, 1.0], LabelWeights.ByReturn([3, 3, 3, 3], [0, 1], [2, 3]));

    [Fact]
    public void TimeDecay_NegativeOldest_CutsTheOldestShare() =>
        Assert.Equal([0.0, 0.0, 0.5, 1.0], LabelWeights.TimeDecay([1, 1, 1, 1], -0.5));

    [Fact]
    public void TimeDecay_One_KeepsAll() => Assert.Equal([1.0, 1.0], LabelWeights.TimeDecay([0.3, 0.9], 1));

    [Fact]
    public void TimeDecay_MinusOne_Throws() => Assert.Throws<ArgumentOutOfRangeException>(() => LabelWeights.TimeDecay([1], -1));

    [Fact]
    public void Concurrency_LabelBeyondBars_Throws() => Assert.Throws<ArgumentException>(() => LabelWeights.Concurrency(3, [1], [3]));
}
