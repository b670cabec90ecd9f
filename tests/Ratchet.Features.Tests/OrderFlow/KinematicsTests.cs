using Ratchet.Features.OrderFlow;
using Ratchet.Market.Time;

namespace Ratchet.Features.Tests.OrderFlow;

public sealed class KinematicsTests
{
    [Fact]
    public void Read_CubicPath_IsTheHandCalculation()
    {
        // Closes 0, 1, 8, 27 at minutes 0 to 3: velocities 1, 7, 19; accelerations 6, 12; jerk 6.
        var stream = new KinematicsStream(new() { HorizonMinutes = [1] });
        Assert.Equal(Availability.NoSource, stream.Read(0, 0).Availability);
        for (var t = 0; t < 4; t++)
        {
            stream.Update(t * EventTime.Minute, t * t * t);
        }

        var motion = stream.Read(0, 3 * EventTime.Minute);
        Assert.Equal(new Motion(19, 12, 6, Availability.Measured), motion);
        Assert.Equal(new Motion(-19, -12, -6, Availability.Measured), motion.Towards(ApproachSide.FromAbove));
        Assert.Equal(motion, motion.Towards(ApproachSide.FromBelow));
        Assert.Equal(9.5, motion.In(2).Velocity);
        Assert.Equal(Availability.Undefined, motion.In(0).Availability);
    }

    [Fact]
    public void Read_BeforeThreeHorizons_IsWarmingUpAndAfterSilenceNotSeen()
    {
        var stream = new KinematicsStream(new() { HorizonMinutes = [1], MaxAgeSeconds = 90 });
        for (var t = 0; t < 4; t++)
        {
            stream.Update(t * EventTime.Minute, t);
            Assert.Equal(t < 3 ? Availability.WarmingUp : Availability.Measured, stream.Read(0, t * EventTime.Minute).Availability);
        }

        Assert.Equal(Availability.Measured, stream.Read(0, (3 * EventTime.Minute) + (90 * EventTime.Second)).Availability);
        Assert.Equal(Availability.NotSeen, stream.Read(0, (3 * EventTime.Minute) + (91 * EventTime.Second)).Availability);
    }

    [Fact]
    public void Update_TimeFalls_Throws()
    {
        var stream = new KinematicsStream();
        stream.Update(5, 1);
        Assert.Throws<ArgumentException>(() => stream.Update(4, 1));
        Assert.Throws<ArgumentException>(() => stream.Read(0, 4));
    }

    [Theory]
    [InlineData("data/futures/ES_1m_2024-12_2025-09.csv.gz", 20_000)]
    [InlineData("data/futures/SPY_1m_2024-02_05.csv.gz", 5000)]
    public void Compute_RealBars_IsBlindToTheFutureAndEqualsTheStream(string file, int from)
    {
        var bars = FlowFiles.Bars(file, from, 3000);
        var times = bars.OpenTime.ToArray().Select(t => (t + 60_000) * EventTime.Millisecond).ToArray();
        var at = FlowFiles.Moments(times, 200);
        Motion[] Batch(long through, bool rewrite, long[] some)
        {
            var closed = times.Count(t => t <= through);
            var output = new Motion[some.Length * 4];
            Kinematics.Compute(through == long.MaxValue ? bars : rewrite ? FlowFiles.Rewrite(bars, closed) : bars.Slice(new(0, closed)), some, null, output);
            return output;
        }

        FlowFiles.AssertBlindToTheFuture(at, Batch);
        var batch = Batch(long.MaxValue, false, at);
        var stream = new KinematicsStream();
        var i = 0;
        for (var m = 0; m < at.Length; m++)
        {
            for (; i < bars.Count && times[i] <= at[m]; i++)
            {
                stream.Update(bars[i], TimeFrame.Minute1);
                _ = stream.Read(i % 4, times[i]);
            }

            for (var h = 0; h < 4; h++)
            {
                Assert.Equal(batch[(m * 4) + h], stream.Read(h, at[m]));
            }
        }

        Assert.Contains(batch, b => b.Availability == Availability.Measured);
    }

    [Fact]
    public void Compute_RealQuotes_IsBlindToTheFuture()
    {
        var quotes = FlowFiles.Quotes("data/book/bitstamp_BTCUSD_20150501_book10.csv.gz", 5000);
        FlowFiles.AssertBlindToTheFuture(FlowFiles.Moments(quotes.Time, 100), (through, rewrite, some) =>
        {
            var output = new Motion[some.Length * 4];
            Kinematics.Compute(through == long.MaxValue ? quotes : rewrite ? FlowFiles.Rewrite(quotes, through) : FlowFiles.Cut(quotes, through), some, null, output);
            return output;
        });
    }

    [Fact]
    public void AssertBlindToTheFuture_MeasureThatPeeksOneQuote_Fails()
    {
        var quotes = FlowFiles.Quotes("data/book/lobster_AAPL_20120621_book10.csv.gz", 900);
        Assert.ThrowsAny<Xunit.Sdk.XunitException>(() => FlowFiles.AssertBlindToTheFuture(FlowFiles.Moments(quotes.Time, 50), (through, rewrite, some) =>
        {
            var seen = through == long.MaxValue ? quotes : rewrite ? FlowFiles.Rewrite(quotes, through) : FlowFiles.Cut(quotes, through);
            return some.Select(t => seen[Math.Min(seen.FirstAtOrAfter(t + 1), seen.Count - 1)].Mid).ToArray();
        }));
    }
}
