using Ratchet.Features.Sets;
using Ratchet.Features.Trend;
using Ratchet.Numerics.Randomness;

namespace Ratchet.Features.Tests.Sets;

public sealed class RollingStateTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    [InlineData(26)]
    public void RollingExtreme_RandomValuesWithTies_IsThePlainSearch(int length)
    {
        var stream = StreamKey.FromSeed((ulong)length).Open();
        var values = new double[500];
        var (highest, lowest) = (RollingExtreme.Highest(length), RollingExtreme.Lowest(length));
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = stream.NextInt(6) - 2;
            highest.Add(values[i]);
            lowest.Add(values[i]);
            Assert.Equal(i >= length - 1, highest.IsFull);
            var window = values[Math.Max(0, i - length + 1)..(i + 1)];
            Assert.Equal(window.Max(), highest.Value);
            Assert.Equal(window.Min(), lowest.Value);
            Assert.Equal(window.Length - 1 - Array.LastIndexOf(window, window.Max()), highest.Age);
            Assert.Equal(window.Length - 1 - Array.LastIndexOf(window, window.Min()), lowest.Age);
        }
    }

    [Fact]
    public void RollingWindow_SixValues_KeepsTheLastThree()
    {
        var window = new RollingWindow(3);
        foreach (var value in new double[] { 9, 8, 7, 1, 2, 6 })
        {
            window.Add(value);
        }

        Assert.True(window.IsFull);
        Assert.Equal((1.0, 2.0, 6.0), (window[0], window[1], window[2]));
        Assert.Equal(9, window.Sum);
        Assert.Equal(3, window.Mean);
        Assert.Equal(2, window.MeanDistance(3));
        Assert.Equal(Math.Sqrt(14.0 / 3), window.RootMeanSquare(3), 1e-15);
    }

    [Fact]
    public void SmaStep_HugeValueLeavesTheWindow_LeavesNothingBehind()
    {
        var step = new SmaStep(5);
        step.Update(1e18);
        var last = 0.0;
        for (var i = 0; i < 20; i++)
        {
            last = step.Update(0.1);
        }

        Assert.Equal(0.1, last, 1e-15);
    }

    [Fact]
    public void SmaStep_ManyValues_IsThePlainMean()
    {
        var stream = StreamKey.FromSeed(5).Open();
        var values = new double[5000];
        var step = new SmaStep(200);
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = 50_000 * (1 + stream.NextDouble());
            var average = step.Update(values[i]);
            if (i >= 199)
            {
                Assert.Equal(1, average / values.AsSpan(i - 199, 200).ToArray().Average(), 1e-13);
            }
            else
            {
                Assert.True(double.IsNaN(average));
            }
        }
    }
}
