using Ratchet.Features.Tests.Sets;
using Ratchet.Features.Volume;
using Ratchet.Market.Bars;
using Ratchet.Market.Time;

namespace Ratchet.Features.Tests.Volume;

public sealed class VolumeFeatureTests
{
    private static readonly BarSeries Bars = RandomBars.Create(600, 51, TimeFrame.Hour1, i => i % 50 == 17);

    [Fact]
    public void OnBalanceVolume_FourBars_IsTheHandCalculation()
    {
        var output = new double[4];
        OnBalanceVolume.Compute([5, 6, 6, 4], [1, 2, 4, 8], output);
        Assert.Equal([1, 3, 3, -5], output);
    }

    [Fact]
    public void MoneyFlow_FourBars_IsTheHandCalculation()
    {
        // Flows of 2 bars: 20 in and 12 out; then 12 out and nothing.
        var output = new double[4];
        MoneyFlow.Compute([5, 10, 6, 6], [5, 10, 6, 6], [5, 10, 6, 6], [9, 2, 2, 5], 2, output);
        Assert.Equal([double.NaN, double.NaN, 62.5, 0], output);
    }

    [Fact]
    public void ObvSlope_RandomBars_IsTheLeastSquaresLine()
    {
        var balance = new double[Bars.Count];
        OnBalanceVolume.Compute(Bars.Close, Bars.Volume, balance);
        TechnicalColumns.AssertPlain(Bars, "obv_slope_20", i =>
        {
            var window = TechnicalColumns.Last(balance, i, 20);
            var mean = window.Average();
            var slope = Enumerable.Range(0, 20).Sum(k => (k - 9.5) * (window[k] - mean)) / Enumerable.Range(0, 20).Sum(k => (k - 9.5) * (k - 9.5));
            return slope / TechnicalColumns.Last(Bars.Columns.Volume, i, 20).Average();
        });
    }

    [Fact]
    public void ObvSlope_EveryBarRisesAtEqualVolume_IsOne()
    {
        var bars = RandomBars.FromBars(TimeFrame.Hour1, [.. Enumerable.Range(1, 40).Select(i => new Bar(i * 3_600_000L, i, i, i, i, 7))]);
        Assert.Equal(1, TechnicalColumns.Of(bars, "obv_slope_20")[^1], 1e-12);
    }

    [Fact]
    public void Averages_RandomBars_ArePlain()
    {
        double Typical(int i) => (Bars.High[i] + Bars.Low[i] + Bars.Close[i]) / 3;
        double Volumes(int i) => TechnicalColumns.Last(Bars.Columns.Volume, i, 20).Sum();
        double Pressure(int i) => Bars.High[i] > Bars.Low[i] ? ((2 * Bars.Close[i]) - Bars.High[i] - Bars.Low[i]) / (Bars.High[i] - Bars.Low[i]) : 0;
        double Weighted(int i, Func<int, double> value) => Enumerable.Range(i - 19, 20).Sum(k => value(k) * Bars.Volume[k]) / Volumes(i);
        TechnicalColumns.AssertPlain(Bars, "volume_sma_ratio", i => Bars.Volume[i] * 20 / Volumes(i));
        TechnicalColumns.AssertPlain(Bars, "vwap_distance", i => (Bars.Close[i] / Weighted(i, Typical)) - 1);
        TechnicalColumns.AssertPlain(Bars, "cmf_20", i => Weighted(i, Pressure));
    }

    [Fact]
    public void VolumeProfile_RandomBars_IsThePlainHistogram() => TechnicalColumns.AssertPlain(Bars, "volume_profile_poc", i =>
    {
        var (top, bottom) = (TechnicalColumns.Last(Bars.Columns.High, i, 48).Max(), TechnicalColumns.Last(Bars.Columns.Low, i, 48).Min());
        var width = (top - bottom) / 24;
        var bins = new double[24];
        for (var k = i - 47; k <= i; k++)
        {
            bins[Math.Min(23, (int)((((Bars.High[k] + Bars.Low[k] + Bars.Close[k]) / 3) - bottom) / width))] += Bars.Volume[k];
        }

        return (Bars.Close[i] - (bottom + ((Array.IndexOf(bins, bins.Max()) + 0.5) * width))) / Bars.Close[i];
    });
}
