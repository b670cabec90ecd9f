using Ratchet.Numerics.Randomness;
using Ratchet.Strategies.Signals;

namespace Ratchet.Strategies.Tests.Signals;

public sealed class WindowTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(37)]
    public void MedianAndSum_RandomQueue_EqualTheSortedWindow(int capacity)
    {
        var random = StreamKey.FromSeed(2).Derive("window").Open();
        var (median, sum, queue) = (new SlidingMedian(capacity), new WindowSum(capacity), new Queue<double>());
        Assert.True(double.IsNaN(median.Median));
        for (var i = 0; i < 4000; i++)
        {
            if (queue.Count == capacity || (queue.Count > 0 && random.NextDouble() < 0.45))
            {
                queue.Dequeue();
                median.RemoveOldest();
                sum.RemoveOldest();
            }
            else
            {
                // Many ties.
                var value = Math.Floor(20 * random.NextDouble());
                queue.Enqueue(value);
                median.Add(value);
                sum.Add(value);
            }

            var sorted = queue.Order().ToArray();
            Assert.Equal(queue.Count, median.Count);
            Assert.Equal(queue.Count, sum.Count);
            Assert.Equal(queue.Sum(), sum.Sum);
            Assert.Equal(sorted.Length == 0 ? double.NaN : 0.5 * (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]), median.Median);
        }
    }

    [Fact]
    public void Sum_HugeValueThatLeft_LeavesNothingBehind()
    {
        var sum = new WindowSum(3);
        sum.Add(1e300);
        sum.Add(0.1);
        sum.Add(0.2);
        sum.RemoveOldest();
        Assert.Equal(0.1 + 0.2, sum.Sum);
    }
}
