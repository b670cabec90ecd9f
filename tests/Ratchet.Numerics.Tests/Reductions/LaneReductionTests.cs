using Ratchet.Numerics.Randomness;
using Ratchet.Numerics.Reductions;

namespace Ratchet.Numerics.Tests.Reductions;

public sealed class LaneReductionTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(7)]
    [InlineData(1001)]
    public void Sum_AnyLength_EqualsTheFourLaneReferenceBitForBit(int length)
    {
        var stream = StreamKey.FromSeed(5).Derive(length).Open();
        var values = new double[length];
        var other = new double[length];
        for (var i = 0; i < length; i++)
        {
            values[i] = stream.NextNormal() * 1e3;
            other[i] = stream.NextNormal();
        }

        var lanes = new double[4];
        var products = new double[4];
        for (var i = 0; i < length; i++)
        {
            lanes[i % 4] += values[i];
            products[i % 4] += values[i] * other[i];
        }

        Assert.Equal((lanes[0] + lanes[1]) + (lanes[2] + lanes[3]), LaneReduction.Sum(values));
        Assert.Equal((products[0] + products[1]) + (products[2] + products[3]), LaneReduction.Dot(values, other));
    }

    [Fact]
    public void Variance_HandCalculated()
    {
        double[] values = [2, 4, 4, 4, 5, 5, 7, 9];
        Assert.Equal(4.0, LaneReduction.Variance(values, 0));
        Assert.Equal(32.0 / 7.0, LaneReduction.Variance(values, 1), 14);
        Assert.True(double.IsNaN(LaneReduction.Variance([1.0], 1)));
    }
}
