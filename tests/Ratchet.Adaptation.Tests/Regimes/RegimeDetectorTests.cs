using System.Buffers;
using Ratchet.Adaptation.Regimes;
using Ratchet.Numerics.Randomness;
using Ratchet.Trading.Events;
using Ratchet.Trading.Journal;

namespace Ratchet.Adaptation.Tests.Regimes;

public sealed class RegimeDetectorTests
{
    private const long Minutes15 = 900_000;

    [Fact]
    public void Update_HysteresisOfTheTrend_HoldsBetween20And25()
    {
        var detector = new RegimeDetector(new(), 1);
        double[] adx = [24, 24, 24, 24, 26, 22, 21, 20, 20, 19, 22, 24, 24, 24, 25];
        var seen = adx.Select((a, i) => Update(detector, i, RegimeRulesTests.Context(adx: a)).Regime).ToArray();
        MarketRegime[] expected =
        [
            .. Enumerable.Repeat(MarketRegime.RangeLowVol, 4), .. Enumerable.Repeat(MarketRegime.TrendUp, 5), .. Enumerable.Repeat(MarketRegime.RangeLowVol, 5), MarketRegime.TrendUp,
        ];
        Assert.Equal(expected, seen);
        Assert.Equal(2, detector.Occupancy(0).Stays(MarketRegime.RangeLowVol));
        Assert.Equal(4.5, detector.Occupancy(0).MeanDwell(MarketRegime.RangeLowVol));
        Assert.Equal(5, detector.Occupancy(0).MeanDwell(MarketRegime.TrendUp));
        Assert.Equal(15, detector.Occupancy(0).TotalBars);
        Assert.Equal(0.6, detector.Occupancy(0).Share(MarketRegime.RangeLowVol), 12);
    }

    [Fact]
    public void Update_BeforeTheDwell_StaysUnlessSafetyAsks()
    {
        var detector = new RegimeDetector(new(), 1);
        Assert.Equal(MarketRegime.TrendUp, Update(detector, 0, RegimeRulesTests.Context(adx: 40)).Regime);
        var held = Update(detector, 1, RegimeRulesTests.Context(adx: 10));
        Assert.Equal((MarketRegime.TrendUp, MarketRegime.RangeLowVol, 2), (held.Regime, held.Candidate, held.BarsIn));
        Assert.Equal(MarketRegime.Illiquid, Update(detector, 2, RegimeRulesTests.Context(adx: 10, volume: 0.1)).Regime);
        for (var i = 0; i < 3; i++)
        {
            Assert.Equal(MarketRegime.Illiquid, Update(detector, 3 + i, RegimeRulesTests.Context(adx: 40)).Regime);
        }

        Assert.Equal(MarketRegime.TrendUp, Update(detector, 6, RegimeRulesTests.Context(adx: 40)).Regime);
    }

    [Fact]
    public void Update_RandomContexts_SumToOneAndNeverFlapFasterThanTheDwell()
    {
        for (ulong seed = 0; seed < 200; seed++)
        {
            var random = StreamKey.FromSeed(seed).Derive("contexts").Open();
            var options = new RegimeOptions
            {
                MinimumDwell = 1 + random.NextInt(8),
                MarkovWeight = random.NextInt(2) * random.NextDouble(),
                FrameWeight = random.NextDouble() * 0.9,
                UseQuantiles = random.NextInt(2) == 0,
                QuantileMinimumDays = 2,
                QuantileDays = 5,
            };
            var detector = new RegimeDetector(options, 1);
            var last = detector.Last(0);
            for (var i = 0; i < 500; i++)
            {
                var reading = detector.Update(0, i * Minutes15 * 8, Random(random), 96, (MarketRegime)random.NextInt(7));
                Assert.Equal(1, reading.Confidences.Sum(), 9);
                for (var r = 0; r < RegimeNames.Count; r++)
                {
                    Assert.InRange(reading.Confidences[r], -1e-12, 1 + 1e-9);
                }

                if (reading.Regime != last.Regime && last.BarsIn > 0)
                {
                    Assert.True(last.BarsIn >= options.MinimumDwell || reading.Regime is MarketRegime.Unknown or MarketRegime.Illiquid, $"seed {seed}, bar {i}: left after {last.BarsIn}");
                }

                last = reading;
            }

            Assert.Equal(500, detector.Occupancy(0).TotalBars);
        }
    }

    [Fact]
    public void Update_CoarserFrame_RaisesOrLowersTheConfidence()
    {
        double Of(MarketRegime coarser) => new RegimeDetector(new(), 1).Update(0, 0, RegimeRulesTests.Context(adx: 28), 1, coarser).Confidences.Of(MarketRegime.TrendUp);
        var alone = Of(MarketRegime.Unknown);
        Assert.Equal(alone + (0.2 * (1 - alone)), Of(MarketRegime.TrendUp), 12);
        Assert.Equal(alone * 0.8, Of(MarketRegime.TrendDown), 12);
    }

    [Fact]
    public void Update_MarkovWeight_BlendsAndDecides()
    {
        var context = RegimeRulesTests.Context(adx: 10) with { Bull = 0.9, Bear = 0.05 };
        Assert.Equal(MarketRegime.RangeLowVol, new RegimeDetector(new(), 1).Update(0, 0, context, 1).Regime);
        var reading = new RegimeDetector(new() { MarkovWeight = 0.8 }, 1).Update(0, 0, context, 1);
        Assert.Equal(MarketRegime.TrendUp, reading.Regime);
        Assert.Equal(1, reading.Confidences.Sum(), 12);
        Assert.Equal(MarketRegime.Illiquid, new RegimeDetector(new() { MarkovWeight = 1 }, 1).Update(0, 0, context with { VolumeShare = 0.1 }, 1).Regime);
    }

    [Fact]
    public void Update_ThresholdsOfASymbol_AreItsOwn()
    {
        var options = new RegimeOptions { SymbolThresholds = new Dictionary<int, RegimeThresholds> { [1] = new() { TrendAdx = 45 } } };
        var detector = new RegimeDetector(options, 2);
        Assert.Equal(MarketRegime.TrendUp, detector.Update(0, 0, RegimeRulesTests.Context(adx: 30), 1).Regime);
        Assert.Equal(MarketRegime.RangeLowVol, detector.Update(1, 0, RegimeRulesTests.Context(adx: 30), 1).Regime);
    }

    [Fact]
    public void Update_Quantiles_ReplaceTheFixedVolatilities()
    {
        var options = new RegimeOptions { UseQuantiles = true, QuantileMinimumDays = 10, QuantileDays = 20 };
        var detector = new RegimeDetector(options, 1);
        for (var day = 0; day < 25; day++)
        {
            var reading = detector.Update(0, day * 86_400_000L, RegimeRulesTests.Context(0.001 + (0.0001 * (day % 10))), 1);
            if (day < 10)
            {
                Assert.Equal(MarketRegime.RangeLowVol, reading.Regime);
            }
        }

        Assert.Equal(MarketRegime.HighVolatility, detector.Update(0, 25 * 86_400_000L, RegimeRulesTests.Context(0.003), 1).Candidate);
        Assert.Equal(MarketRegime.RangeHighVol, detector.Update(0, 25 * 86_400_000L, RegimeRulesTests.Context(0.0016), 1).Candidate);
        Assert.Equal(MarketRegime.RangeLowVol, detector.Update(0, 25 * 86_400_000L, RegimeRulesTests.Context(0.0012), 1).Candidate);
    }

    [Fact]
    public void Read_MidRun_ContinuesAlike()
    {
        var options = new RegimeOptions { UseQuantiles = true, QuantileMinimumDays = 2, QuantileDays = 4 };
        var random = StreamKey.FromSeed(1).Open();
        var one = new RegimeDetector(options, 2);
        for (var i = 0; i < 700; i++)
        {
            one.Update(i % 2, i * Minutes15, Random(random), 96);
        }

        var bytes = Bytes(one);
        var two = new RegimeDetector(options, 2);
        var reader = new StateReader(bytes);
        two.Read(ref reader);
        Assert.True(reader.AtEnd);
        Assert.Equal(bytes, Bytes(two));
        for (var i = 700; i < 1400; i++)
        {
            var context = Random(random);
            Assert.Equal(Flat(one.Update(i % 2, i * Minutes15, context, 96)), Flat(two.Update(i % 2, i * Minutes15, context, 96)));
        }

        Assert.Equal(Bytes(one), Bytes(two));
        Assert.Throws<InvalidDataException>(() =>
        {
            var other = new StateReader(bytes);
            new RegimeDetector(options, 3).Read(ref other);
        });
    }

    [Fact]
    public void Validate_EachBorder_IsHeld()
    {
        Refused(new() { MinimumDwell = 0 }, "MinimumDwell");
        Refused(new() { Steepness = 0 }, "Steepness");
        Refused(new() { HighQuantile = 1 }, "HighQuantile");
        Refused(new() { LeaveHighQuantile = 0.96 }, "LeaveHighQuantile");
        Refused(new() { RangeQuantile = 0.95 }, "RangeQuantile");
        Refused(new() { QuantileDays = 1 }, "QuantileDays");
        Refused(new() { QuantileMinimumDays = 366 }, "QuantileMinimumDays");
        Refused(new() { MarkovWeight = 1.01 }, "MarkovWeight");
        Refused(new() { FrameWeight = 1 }, "FrameWeight");
        Assert.Throws<ArgumentOutOfRangeException>("symbol", () => new RegimeDetector(new(), 1).Update(1, 0, default, 1));
        Assert.Throws<ArgumentOutOfRangeException>("barsPerDay", () => new RegimeDetector(new(), 1).Update(0, 0, default, 0));
    }

    private static void Refused(RegimeOptions options, string field) => Assert.Throws<ArgumentOutOfRangeException>(field, options.Validate);

    private static RegimeReading Update(RegimeDetector detector, int bar, in MarketContext context) => detector.Update(0, bar * Minutes15, context, 1);

    private static (MarketRegime, MarketRegime, int, double, string) Flat(RegimeReading r)
    {
        var text = string.Empty;
        for (var i = 0; i < RegimeNames.Count; i++)
        {
            text += $"{r.Confidences[i]:R} ";
        }

        return (r.Regime, r.Candidate, r.BarsIn, r.DailyAtr, text);
    }

    private static byte[] Bytes(RegimeDetector detector)
    {
        var output = new ArrayBufferWriter<byte>();
        detector.Write(new(output));
        return output.WrittenSpan.ToArray();
    }

    private static MarketContext Random(RandomStream random) => new(
        100,
        random.NextDouble() < 0.02 ? double.NaN : random.NextDouble() * 0.6,
        random.NextDouble() * 60,
        random.NextDouble() * 40,
        random.NextDouble() * 40,
        100 + random.NextNormal(),
        100,
        random.NextDouble() < 0.3 ? double.NaN : random.NextDouble() * 3,
        random.NextDouble() < 0.3 ? double.NaN : random.NextDouble() * 22,
        double.NaN,
        150 + random.NextInt(2000),
        random.NextDouble() * 0.5,
        random.NextDouble() * 0.5);
}
