using FsCheck;
using FsCheck.Fluent;
using Ratchet.Market.Bars;
using Ratchet.Market.Synthetic;
using Ratchet.Market.Time;
using Ratchet.Numerics.Windows;

namespace Ratchet.Market.Tests.Bars;

public sealed class ResamplerTests
{
    private static readonly BarSeries Minutes = SyntheticMarket.Generate(
        new SyntheticMarketOptions { Bars = 3_000, TimeFrame = TimeFrame.Minute1 }).Bars;

    [Fact]
    public void Resample_FourBars_ByHand()
    {
        var builder = new BarSeriesBuilder(SyntheticMarket.Symbol, TimeFrame.Minute1);
        builder.Add(new Bar(0, 1, 5, 1, 2, 10, 3, 4));
        builder.Add(new Bar(120_000, 2, 3, 0.5, 3, 20, 4, 5));
        builder.Add(new Bar(300_000, 3, 4, 2, 4, 30, 5, 6));
        builder.Add(new Bar(360_000, 4, 9, 3, 5, 40, 6, 7));
        var result = Resampler.Resample(builder.Build(), new TimeFrame(5));
        Assert.Equal(1, result.Bars.Count);
        Assert.Equal(new Bar(0, 1, 5, 0.5, 3, 30, 7, 9), result.Bars[0]);
        Assert.Equal(new Bar(300_000, 3, 9, 2, 5, 70, 11, 13), result.IncompleteLast);
        Assert.Equal(1, result.PartialBars);
        Assert.Equal(3, result.MissingSourceBars);
    }

    [Fact]
    public void Resample_BeginningAmidABar_LeavesThatBarOut()
    {
        var whole = Resampler.Resample(Minutes, TimeFrame.Hour1).Bars;
        for (var cut = 1; cut < 60; cut++)
        {
            var result = Resampler.Resample(Minutes.Slice(new IndexRange(cut, Minutes.Count)), TimeFrame.Hour1);
            Assert.Equal(whole.Columns.OpenTime.Slice(1), result.Bars.Columns.OpenTime);
            Assert.Equal(whole[1], result.Bars[0]);
            Assert.Equal((whole.OpenTime[0], Minutes.Open[cut]), (result.IncompleteFirst!.Value.OpenTime, result.IncompleteFirst.Value.Open));
            Assert.Equal((0, 0), (result.PartialBars, result.MissingSourceBars));
        }

        Assert.Null(Resampler.Resample(Minutes, TimeFrame.Hour1).IncompleteFirst);
    }

    [Fact]
    public void StillBars_FlatAtTheCloseBeforeWithoutVolume_AreCounted()
    {
        var builder = new BarSeriesBuilder(SyntheticMarket.Symbol, TimeFrame.Minute1);
        builder.Add(new(0, 2, 2, 2, 2, 0));
        builder.Add(new(60_000, 2, 2, 2, 2, 0));
        builder.Add(new(120_000, 2, 2, 2, 2, 1));
        builder.Add(new(180_000, 3, 3, 3, 3, 0));
        builder.Add(new(240_000, 3, 3, 3, 3, 0));
        Assert.Equal(2, Resampler.Resample(builder.Build(), TimeFrame.Minute1).StillBars);
    }

    [Fact]
    public void Resample_EndingOnABoundary_HasNoIncompleteBar()
    {
        var result = Resampler.Resample(Minutes, TimeFrame.Hour1);
        Assert.Equal(50, result.Bars.Count);
        Assert.Null(result.IncompleteLast);
        Assert.Equal(0, result.PartialBars);
        Assert.Equal(Minutes.Close[^1], result.Bars.Close[^1]);
    }

    [Fact]
    public void Resample_InTwoSteps_IsTheSameAsInOne()
    {
        var direct = Resampler.Resample(Minutes, TimeFrame.Hour1).Bars;
        var twice = Resampler.Resample(Resampler.Resample(Minutes, new TimeFrame(15)).Bars, TimeFrame.Hour1).Bars;
        Assert.Equal(direct.OpenTime, twice.OpenTime);
        Assert.Equal(direct.High, twice.High);
        Assert.Equal(direct.Low, twice.Low);
        Assert.Equal(direct.Close, twice.Close);
    }

    [Fact]
    public void Resample_AnyPrefix_GivesAPrefixOfTheWhole() => Prop.ForAll<PositiveInt>(length =>
    {
        var whole = Resampler.Resample(Minutes, new TimeFrame(15)).Bars;
        var part = Resampler.Resample(Minutes.Slice(new IndexRange(0, Math.Min(length.Get * 17, Minutes.Count))), new TimeFrame(15)).Bars;
        for (var i = 0; i < part.Count; i++)
        {
            if (part[i] != whole[i])
            {
                return false;
            }
        }

        return true;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Resample_NoMultiple_Throws()
    {
        Assert.Throws<ArgumentException>(() => Resampler.Resample(Resampler.Resample(Minutes, new TimeFrame(15)).Bars, new TimeFrame(20)));
        Assert.Throws<ArgumentException>(() => Resampler.Resample(Resampler.Resample(Minutes, new TimeFrame(15)).Bars, TimeFrame.Minute1));
    }

    [Fact]
    public void ContentHash_AnyChange_ChangesIt()
    {
        var slice = Minutes.Slice(new IndexRange(0, 10));
        var hash = BarContentHash.Compute(slice);
        Assert.Equal(64, hash.Length);
        Assert.Equal(hash, BarContentHash.Compute(Resampler.Resample(slice, TimeFrame.Minute1).Bars));
        Assert.NotEqual(hash, BarContentHash.Compute(Minutes.Slice(new IndexRange(0, 11))));
        Assert.NotEqual(hash, BarContentHash.Compute(new BarSeries(slice.Symbol, TimeFrame.Hour1, slice.Columns)));
        var closes = slice.Close.ToArray();
        closes[3] = Math.BitIncrement(closes[3]);
        Assert.NotEqual(hash, BarContentHash.Compute(new BarSeries(slice.Symbol, slice.TimeFrame, slice.Columns with { Close = closes })));
    }
}
