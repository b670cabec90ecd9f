using Ratchet.Numerics.Randomness;
using Ratchet.Reporting.Charts;

namespace Ratchet.Reporting.Tests.Charts;

public sealed class MinMaxBucketsTests
{
    [Fact]
    public void Reduce_HandMade_KeepsEndsAndExtremesInOrder()
    {
        double[] x = [0, 0.1, 0.2, 0.3, 0.4, 1.1];
        double[] y = [5, 9, 1, 3, 2, 4];
        Assert.Equal([0, 1, 2, 5], MinMaxBuckets.Reduce(x, y, 1));
    }

    [Fact]
    public void Reduce_Gap_IsMarkedOnce()
    {
        double[] x = [0, 1, 2, 3, 4];
        double[] y = [1, double.NaN, double.NaN, 2, 3];
        Assert.Equal([0, -1, 3, 4], MinMaxBuckets.Reduce(x, y, 1));
    }

    [Fact]
    public void Reduce_LongWalk_LosesNoPeakAndStaysWithinTwoAPixel()
    {
        var random = StreamKey.FromSeed(3).Open();
        var x = Enumerable.Range(0, 30_000).Select(i => i / 30.0).ToArray();
        var y = new double[x.Length];
        for (var i = 1; i < y.Length; i++)
        {
            y[i] = y[i - 1] + random.NextNormal();
        }

        var kept = MinMaxBuckets.Reduce(x, y, 1);
        Assert.True(kept.Count <= 2002);
        Assert.Equal(y.Max(), kept.Max(i => y[i]));
        Assert.Equal(y.Min(), kept.Min(i => y[i]));
        Assert.Equal(kept.Order(), kept);
        foreach (var pixel in (int[])[1, 17, 500, 998])
        {
            var inside = Enumerable.Range(0, y.Length).Where(i => (int)Math.Floor(x[i]) == pixel).ToArray();
            Assert.Equal(inside.Max(i => y[i]), kept.Where(i => (int)Math.Floor(x[i]) == pixel).Max(i => y[i]));
        }
    }

    [Fact]
    public void Reduce_LengthsDiffer_Throws() => Assert.Throws<ArgumentException>(() => MinMaxBuckets.Reduce([1], [1, 2], 1));
}
