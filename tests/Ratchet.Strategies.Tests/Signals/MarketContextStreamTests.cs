using Ratchet.Features.Regimes;
using Ratchet.Features.Trend;
using Ratchet.Features.Volatility;
using Ratchet.Market.Bars;
using Ratchet.Market.Synthetic;
using Ratchet.Market.Time;
using Ratchet.Numerics.Randomness;
using Ratchet.Strategies.Signals;
using Ratchet.Trading.Events;

namespace Ratchet.Strategies.Tests.Signals;

public sealed class MarketContextStreamTests
{
    private static readonly BarSeries Bars = SyntheticMarket.Generate(new() { Bars = 1200, TimeFrame = new(15), Seed = 5 }).Bars;

    [Fact]
    public void Update_EachBar_EqualsTheBatchKernels()
    {
        var n = Bars.Count;
        var (atr, fast, slow, directions) = (new double[n], new double[n], new double[n], new DirectionalValues[n]);
        AverageTrueRange.Compute(Bars.High, Bars.Low, Bars.Close, 14, atr);
        DirectionalMovement.Compute(Bars.High, Bars.Low, Bars.Close, 14, directions);
        ExponentialAverage.Compute(Bars.Close, 21, fast);
        ExponentialAverage.Compute(Bars.Close, 55, slow);
        var stream = new MarketContextStream(Bars.TimeFrame, new());
        for (var i = 0; i < n; i++)
        {
            stream.Update(Bars[i]);
            var expected = new MarketContext(
                Bars.Close[i], atr[i], directions[i].Adx, directions[i].PlusDi, directions[i].MinusDi, fast[i], slow[i], stream.Current.VolumeShare, double.NaN, double.NaN, i + 1, double.NaN, double.NaN);
            Assert.Equal(expected, stream.Current);
        }
    }

    [Theory]
    [InlineData(15, 30, 7)]
    [InlineData(60, 5, 2)]
    [InlineData(7, 3, 2)]
    [InlineData(1440, 30, 7)]
    public void VolumeShare_BarsWithHoles_EqualsThePlainDefinition(int minutes, int days, int leastDays)
    {
        var random = StreamKey.FromSeed(11).Derive("volume").Open();
        var frame = new TimeFrame(minutes);
        var stream = new VolumeShareStream(frame, days, leastDays);
        var times = new List<long>();
        var volumes = new List<double>();
        var dayVolumes = new List<double>();
        var time = 0L;
        var defined = 0;
        for (var i = 0; i < Math.Min(6000, 45 * 1440 / minutes); i++)
        {
            // Now and then a bar is missing, once in a while two days of them.
            time += frame.Milliseconds * (random.NextDouble() < 0.05 ? 2 : random.NextDouble() < 0.001 ? 2880 / minutes : 1);
            times.Add(time);
            volumes.Add(Math.Floor(100 * random.NextDouble()));
            var share = stream.Update(new(time, 1, 1, 1, 1, volumes[^1]));
            var seen = time + frame.Milliseconds - times[0];
            var sum = 0.0;
            for (var j = i; j >= 0 && times[j] > time - UtcTime.MillisecondsPerDay; j--)
            {
                sum += volumes[j];
            }

            dayVolumes.Add(seen >= UtcTime.MillisecondsPerDay ? sum : double.NaN);
            var window = Enumerable.Range(0, i + 1).Where(j => times[j] > time - (days * UtcTime.MillisecondsPerDay) && !double.IsNaN(dayVolumes[j])).Select(j => dayVolumes[j]).Order().ToArray();
            if (seen < leastDays * UtcTime.MillisecondsPerDay)
            {
                Assert.True(double.IsNaN(share));
                continue;
            }

            defined++;
            Assert.Equal(sum / (0.5 * (window[(window.Length - 1) / 2] + window[window.Length / 2])), share, 12);
        }

        Assert.True(defined > 20);
    }

    [Fact]
    public void VolumeShare_NoVolumeOrLongBars_IsNotKnown()
    {
        var none = new VolumeShareStream(TimeFrame.Hour1);
        var weekly = new VolumeShareStream(TimeFrame.Parse("1w"));
        for (var i = 0; i < 400; i++)
        {
            Assert.True(double.IsNaN(none.Update(new(i * 3_600_000L, 1, 1, 1, 1, 0))));
            Assert.True(double.IsNaN(weekly.Update(new(i * 604_800_000L, 1, 1, 1, 1, 5))));
        }
    }

    [Fact]
    public void Update_ContextFrame_IsTheLastLongerBarThatClosed()
    {
        var options = new MarketContextOptions { ContextFrame = TimeFrame.Hour1 };
        var stream = new MarketContextStream(Bars.TimeFrame, options);
        var plain = new MarketContextStream(TimeFrame.Hour1, new());
        var longer = Resampler.Resample(Bars, TimeFrame.Hour1).Bars;
        var next = 0;
        for (var i = 0; i < Bars.Count; i++)
        {
            stream.Update(Bars[i]);
            if (next < longer.Count && longer.OpenTime[next] + 3_600_000 == Bars.OpenTime[i] + 900_000)
            {
                plain.Update(longer[next++]);
            }

            Assert.Equal(plain.Current with { Price = Bars.Close[i] }, stream.Current);
        }

        Assert.True(next > 290);
    }

    [Fact]
    public void Update_MissingLastBarOfALongerOne_ClosesItOnTheNext()
    {
        var stream = new MarketContextStream(new(15), new() { ContextFrame = TimeFrame.Hour1, AtrPeriod = 1 });
        foreach (var quarter in new[] { 0, 1, 2, 4, 5, 6, 7, 8 })
        {
            stream.Update(new(quarter * 900_000L, 10, 10 + quarter, 10, 10, 1));
            Assert.Equal(quarter < 4 ? 0 : quarter < 7 ? 1 : 2, stream.Current.Bars);
        }

        Assert.Equal(7, stream.Current.Atr);
    }

    [Fact]
    public void Update_RegimeSource_IsAskedOnceABar()
    {
        var source = new CountingRegimes();
        var stream = new MarketContextStream(TimeFrame.Hour1, new(), source);
        stream.Update(new(0, 1, 2, 1, 2, 1));
        stream.Update(new(3_600_000, 1, 2, 1, 2, 1));
        Assert.Equal((0.2, 0.7), (stream.Current.Bull, stream.Current.Bear));
    }

    [Fact]
    public void Update_HiddenMarkovRegimes_EqualTheFeatures()
    {
        var options = new RegimeOptions { MinimumBars = 300, RefitEveryBars = 400, WindowBars = 500, Iterations = 5 };
        var contexts = new MarketContexts([new(15), Bars.TimeFrame], null, _ => new HiddenMarkovRegimes(options, Bars.TimeFrame));
        var family = RegimeFeatures.Create(options)[0];
        double[][] columns = [.. family.Features.Select(_ => new double[Bars.Count])];
        family.Compute(Bars, columns, TestContext.Current.CancellationToken);
        var stream = contexts.Begin(1);
        for (var i = 0; i < Bars.Count; i++)
        {
            stream.Update(Bars[i]);
            Assert.Equal(columns[0][i], stream.Current.Bull);
            Assert.Equal(columns[1][i], stream.Current.Bear);
        }

        Assert.False(double.IsNaN(stream.Current.Bull));
        var model = FittedRegimes.Fit(Bars.Slice(new(0, 600)), options);
        var fitted = new HiddenMarkovRegimes(options, model, Bars.TimeFrame);
        var (bull, bear) = (0.0, 0.0);
        for (var i = 600; i < 700; i++)
        {
            fitted.Update(Bars[i], out bull, out bear);
        }

        Assert.InRange(bull + bear, 0, 1);
    }

    [Fact]
    public void Update_AfterConstruction_AllocatesNothing()
    {
        var stream = new MarketContextStream(Bars.TimeFrame, new() { ContextFrame = TimeFrame.Hour1 });
        var strategies = SignalStrategies.All.Select(s => s.Create(new(Bars.TimeFrame))).ToArray();
        var bars = Enumerable.Range(0, Bars.Count).Select(i => Bars[i]).ToArray();
        Feed(stream, strategies, bars.AsSpan(0, 600));
        var before = GC.GetAllocatedBytesForCurrentThread();
        Feed(stream, strategies, bars.AsSpan(600));
        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    [Fact]
    public void Construct_FrameThatDoesNotFit_IsRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new MarketContextStream(new(15), new() { ContextFrame = new(20) }));
        Assert.Throws<ArgumentOutOfRangeException>(() => new MarketContextStream(new(60), new() { ContextFrame = new(15) }));
        Assert.Throws<ArgumentOutOfRangeException>(() => new MarketContexts([new(15), new(60)]).Begin(2));
    }

    private static void Feed(MarketContextStream stream, Trading.Engine.ITradingStrategy[] strategies, ReadOnlySpan<Bar> bars)
    {
        foreach (ref readonly var bar in bars)
        {
            stream.Update(bar);
            foreach (var strategy in strategies)
            {
                strategy.Update(0, bar, 0, out _);
            }
        }
    }

    private sealed class CountingRegimes : IRegimeSource
    {
        private int bars;

        public void Update(in Bar bar, out double bull, out double bear) => (bull, bear) = (0.1 * ++bars, 0.7);
    }
}
