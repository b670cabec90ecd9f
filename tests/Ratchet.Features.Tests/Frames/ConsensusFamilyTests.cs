using Ratchet.Features.Tests.Sets;
using Ratchet.Features.Trend;
using Ratchet.Market.Bars;
using Ratchet.Market.Time;

namespace Ratchet.Features.Tests.Frames;

public sealed class ConsensusFamilyTests
{
    private const string Name = "multi_tf_consensus";

    [Theory]
    [InlineData(15, 0)]
    [InlineData(60, 0)]
    [InlineData(60, 11)]
    [InlineData(240, 5)]
    public void Compute_NoGaps_IsThePlainResampling(int minutes, int offset)
    {
        var frame = new TimeFrame(minutes);
        var bars = RandomBars.Create(1500, 61, frame, start: RandomBars.Start + (offset * frame.Milliseconds));
        var least = Math.Max(60, minutes);
        var trends = new[] { least, 4 * least, 24 * least }.Select(m => Plain(bars, m)).ToArray();
        TechnicalColumns.AssertPlain(bars, Name, i => trends.Sum(t => t[i]) / 3);
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(-1, -1)]
    public void Compute_SteadyTrend_IsUnanimous(int direction, double expected)
    {
        var bars = Enumerable.Range(0, 500).Select(i => (Time: RandomBars.Start + (i * 3_600_000L), Price: 1000.0 + (direction * i)))
            .Select(p => new Bar(p.Time, p.Price, p.Price, p.Price, p.Price, 1)).ToArray();
        Assert.Equal(expected, TechnicalColumns.Of(RandomBars.FromBars(TimeFrame.Hour1, bars), Name)[^1]);
    }

    [Fact]
    public void Compute_LongFrameStillOpen_DoesNotCount()
    {
        // After 20 rising days a crash in mid-day turns the trend of the hours at once, that of the unfinished day not.
        var bars = Enumerable.Range(0, 492).Select(i => (Time: RandomBars.Start + (i * 3_600_000L), Price: i < 482 ? 1000.0 + i : 100))
            .Select(p => new Bar(p.Time, p.Price, p.Price, p.Price, p.Price, 1)).ToArray();
        var column = TechnicalColumns.Of(RandomBars.FromBars(TimeFrame.Hour1, bars), Name);
        Assert.Equal(1, column[481]);
        Assert.Equal(1.0 / 3, column[482], 1e-12);
        Assert.Equal(-1.0 / 3, column[491], 1e-12);
    }

    private static double[] Plain(BarSeries bars, int minutes)
    {
        var length = minutes * 60_000L;
        var result = new double[bars.Count];
        Array.Fill(result, double.NaN);
        var closes = new List<double>();
        for (var i = 0; i < bars.Count; i++)
        {
            var ends = bars.OpenTime[i] + bars.TimeFrame.Milliseconds;
            if (ends % length == 0 && ends - length >= bars.OpenTime[0])
            {
                closes.Add(bars.Close[i]);
            }

            if (closes.Count >= 10)
            {
                var (fast, slow) = (new double[closes.Count], new double[closes.Count]);
                ExponentialAverage.Compute(closes.ToArray(), 5, fast);
                ExponentialAverage.Compute(closes.ToArray(), 10, slow);
                result[i] = Math.Sign(fast[^1] - slow[^1]);
            }
        }

        return result;
    }
}
