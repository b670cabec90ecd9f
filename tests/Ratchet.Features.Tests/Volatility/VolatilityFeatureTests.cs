using Ratchet.Features.Tests.Sets;
using Ratchet.Features.Trend;
using Ratchet.Features.Volatility;
using Ratchet.Market.Bars;
using Ratchet.Market.Time;

namespace Ratchet.Features.Tests.Volatility;

public sealed class VolatilityFeatureTests
{
    private static readonly BarSeries Bars = RandomBars.Create(600, 41, TimeFrame.Hour1, i => i % 50 == 17);

    [Fact]
    public void AverageTrueRange_FourBars_IsTheHandCalculation()
    {
        // True ranges from bar 1: 3 (a gap up), 2, 4 (a gap down); seed (3 + 2) / 2, then (2.5 + 4) / 2.
        var output = new double[4];
        AverageTrueRange.Compute([10, 12, 13, 11], [9, 11, 11, 8], [9, 12, 12, 9], 2, output);
        Assert.Equal([double.NaN, double.NaN, 2.5, 3.25], output);
    }

    [Fact]
    public void AverageTrueRange_WrongArguments_Throws()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => AverageTrueRange.Compute([1], [1], [1], 0, new double[1]));
        Assert.Throws<ArgumentException>(() => AverageTrueRange.Compute([1], [1], [1], 1, new double[2]));
        Assert.Throws<ArgumentException>(() => AverageTrueRange.Compute([1, 2], [1], [1], 1, new double[2]));
    }

    [Fact]
    public void Bollinger_RandomBars_IsThePlainCalculation()
    {
        double Mean(int i) => TechnicalColumns.Last(Bars.Columns.Close, i, 20).Average();
        double Deviation(int i) => Math.Sqrt(TechnicalColumns.Last(Bars.Columns.Close, i, 20).Average(c => (c - Mean(i)) * (c - Mean(i))));
        var range = new double[Bars.Count];
        AverageTrueRange.Compute(Bars.High, Bars.Low, Bars.Close, 20, range);
        TechnicalColumns.AssertPlain(Bars, "bb_position", i => (Bars.Close[i] - Mean(i) + (2 * Deviation(i))) / (4 * Deviation(i)));
        TechnicalColumns.AssertPlain(Bars, "bb_width", i => 4 * Deviation(i) / Mean(i));
        TechnicalColumns.AssertPlain(Bars, "bb_squeeze", i => 2 * Deviation(i) / (1.5 * range[i]));
    }

    [Fact]
    public void Keltner_RandomBars_IsThePlainCalculation()
    {
        var (range, middle) = (new double[Bars.Count], new double[Bars.Count]);
        AverageTrueRange.Compute(Bars.High, Bars.Low, Bars.Close, 10, range);
        ExponentialAverage.Compute(Bars.Close, 20, middle);
        TechnicalColumns.AssertPlain(Bars, "keltner_position", i => 0.5 + ((Bars.Close[i] - middle[i]) / (4 * range[i])));
    }

    [Fact]
    public void Donchian_RandomBars_IsThePlainCalculation() => TechnicalColumns.AssertPlain(Bars, "donchian_position_20", i =>
    {
        var (top, bottom) = (TechnicalColumns.Last(Bars.Columns.High, i, 20).Max(), TechnicalColumns.Last(Bars.Columns.Low, i, 20).Min());
        return (Bars.Close[i] - bottom) / (top - bottom);
    });
}
