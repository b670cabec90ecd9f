using Ratchet.Features.Tests.Sets;
using Ratchet.Features.Trend;
using Ratchet.Features.Volatility;
using Ratchet.Market.Bars;
using Ratchet.Market.Time;

namespace Ratchet.Features.Tests.Trend;

public sealed class TrendFeatureTests
{
    private static readonly BarSeries Bars = RandomBars.Create(600, 31, TimeFrame.Hour1, i => i % 50 == 17);

    [Fact]
    public void ExponentialAverage_FourValues_IsTheHandCalculation()
    {
        var output = new double[4];
        ExponentialAverage.Compute([1, 2, 6, 4], 3, output);
        Assert.Equal([double.NaN, double.NaN, 3, 3.5], output);
    }

    [Fact]
    public void AroonOscillator_FourBars_IsTheHandCalculation()
    {
        // Over three bars (n = 2): the highest high is 1 bar old, the lowest low 2; then 2 old and 0 old.
        var output = new double[4];
        AroonOscillator.Compute([5, 7, 6, 6.5], [3, 4, 4, 3], 2, output);
        Assert.Equal([double.NaN, double.NaN, 50, -100], output);
    }

    [Fact]
    public void ParabolicSar_RisingThenBroken_IsTheHandCalculation()
    {
        // Long from bar 1: stop 9, extreme 12. Then 9 + 0.02 x 3 = 9.06; bar 2 sets 13, factor 0.04: 9.06 + 0.04 x 3.94 = 9.2176; bar 3 falls through it: the stop jumps to 13.
        var output = new double[4];
        ParabolicSar.Compute([11, 12, 13, 12], [9, 10, 11, 9], 0.02, 0.2, output);
        Assert.Equal(double.NaN, output[0]);
        Assert.Equal(9, output[1], 1e-12);
        Assert.Equal(9.06, output[2], 1e-12);
        Assert.Equal(13, output[3], 1e-12);
    }

    [Fact]
    public void AdaptiveAverage_StraightRise_HasTheFastestWeight()
    {
        var output = new double[4];
        AdaptiveAverage.Compute([1, 2, 3, 4], 3, output);
        Assert.True(double.IsNaN(output[2]));
        Assert.Equal(3 + (4.0 / 9), output[3], 1e-12);
    }

    [Fact]
    public void Macd_Features_AreLinesOverTheCloseAndTheirCrossings()
    {
        var lines = new MacdValues[Bars.Count];
        Macd.Compute(Bars.Close, 12, 26, 9, lines);
        TechnicalColumns.AssertPlain(Bars, "macd", i => lines[i].Line / Bars.Close[i]);
        TechnicalColumns.AssertPlain(Bars, "macd_signal", i => lines[i].Signal / Bars.Close[i]);
        TechnicalColumns.AssertPlain(Bars, "macd_hist", i => lines[i].Histogram / Bars.Close[i]);
        TechnicalColumns.AssertPlain(Bars, "macd_signal_cross", i => (lines[i - 1].Histogram > 0, lines[i].Histogram > 0) switch
        {
            (false, true) => 1,
            (true, false) => -1,
            _ => 0,
        });
    }

    [Fact]
    public void Ratios_RandomBars_ArePlainQuotients()
    {
        var (fast, slow) = (new double[Bars.Count], new double[Bars.Count]);
        ExponentialAverage.Compute(Bars.Close, 9, fast);
        ExponentialAverage.Compute(Bars.Close, 21, slow);
        TechnicalColumns.AssertPlain(Bars, "ema_ratio_9_21", i => fast[i] / slow[i]);
        TechnicalColumns.AssertPlain(Bars, "sma_ratio_50", i => Bars.Close[i] / TechnicalColumns.Last(Bars.Columns.Close, i, 50).Average());
    }

    [Fact]
    public void Ichimoku_RandomBars_IsThePlainCalculation()
    {
        double Middle(int i, int count) => (TechnicalColumns.Last(Bars.Columns.High, i, count).Max() + TechnicalColumns.Last(Bars.Columns.Low, i, count).Min()) / 2;
        double SpanA(int i) => (Middle(i - 26, 9) + Middle(i - 26, 26)) / 2;
        double SpanB(int i) => Middle(i - 26, 52);
        TechnicalColumns.AssertPlain(Bars, "ichimoku_tk_spread", i => (Middle(i, 9) - Middle(i, 26)) / Bars.Close[i]);
        TechnicalColumns.AssertPlain(Bars, "ichimoku_cloud_thickness", i => (SpanA(i) - SpanB(i)) / Bars.Close[i]);
        TechnicalColumns.AssertPlain(Bars, "ichimoku_cloud_position", i =>
        {
            var (close, top, bottom) = (Bars.Close[i], Math.Max(SpanA(i), SpanB(i)), Math.Min(SpanA(i), SpanB(i)));
            return (close > top ? close - top : close < bottom ? close - bottom : 0) / close;
        });
    }

    [Fact]
    public void Supertrend_RandomBars_IsThePlainCalculation()
    {
        var range = new double[Bars.Count];
        AverageTrueRange.Compute(Bars.High, Bars.Low, Bars.Close, 10, range);
        var (upper, lower, line) = (new double[Bars.Count], new double[Bars.Count], new double[Bars.Count]);
        for (var i = 10; i < Bars.Count; i++)
        {
            var middle = (Bars.High[i] + Bars.Low[i]) / 2;
            (upper[i], lower[i]) = (middle + (3 * range[i]), middle - (3 * range[i]));
            if (i == 10)
            {
                line[i] = Bars.Close[i] >= middle ? lower[i] : upper[i];
                continue;
            }

            upper[i] = upper[i] < upper[i - 1] || Bars.Close[i - 1] > upper[i - 1] ? upper[i] : upper[i - 1];
            lower[i] = lower[i] > lower[i - 1] || Bars.Close[i - 1] < lower[i - 1] ? lower[i] : lower[i - 1];
            var wasUp = line[i - 1].Equals(lower[i - 1]);
            line[i] = wasUp ? (Bars.Close[i] < lower[i] ? upper[i] : lower[i]) : (Bars.Close[i] > upper[i] ? lower[i] : upper[i]);
        }

        TechnicalColumns.AssertPlain(Bars, "supertrend_distance", i => (Bars.Close[i] - line[i]) / Bars.Close[i]);
        Assert.Contains(TechnicalColumns.Of(Bars, "supertrend_distance"), v => v < 0);
        Assert.Contains(TechnicalColumns.Of(Bars, "supertrend_distance"), v => v > 0);
    }

    [Fact]
    public void Distances_RandomBars_AreOverTheClose()
    {
        var (stop, average) = (new double[Bars.Count], new double[Bars.Count]);
        ParabolicSar.Compute(Bars.High, Bars.Low, 0.02, 0.2, stop);
        AdaptiveAverage.Compute(Bars.Close, 10, average);
        TechnicalColumns.AssertPlain(Bars, "psar_distance", i => (Bars.Close[i] - stop[i]) / Bars.Close[i]);
        TechnicalColumns.AssertPlain(Bars, "kama_slope_10", i => (average[i] / average[i - 1]) - 1);
    }

    [Fact]
    public void Compute_WrongLengthsOrPeriods_Throws()
    {
        Assert.Throws<ArgumentException>(() => ExponentialAverage.Compute([1, 2], 2, new double[3]));
        Assert.Throws<ArgumentException>(() => DirectionalMovement.Compute([1, 2], [1], [1, 2], 2, new DirectionalValues[2]));
        Assert.Throws<ArgumentOutOfRangeException>(() => SimpleAverage.Compute([1, 2], 0, new double[2]));
        Assert.Throws<ArgumentOutOfRangeException>(() => SimpleAverage.Compute([1, 2], 100_001, new double[2]));
        Assert.Throws<ArgumentOutOfRangeException>(() => Macd.Compute([1, 2], 3, 3, 2, new MacdValues[2]));
        Assert.Throws<ArgumentOutOfRangeException>(() => new EmaRatioFamily(9, 9).CreateStream(TimeFrame.Hour1));
    }
}
