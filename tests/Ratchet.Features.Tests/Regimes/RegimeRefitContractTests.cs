using Ratchet.Features.Regimes;
using Ratchet.Features.Sets;
using Ratchet.Features.Tests.Sets;
using Ratchet.Market.Bars;
using Ratchet.Market.Time;
using Ratchet.Numerics.Windows;

namespace Ratchet.Features.Tests.Regimes;

/// <summary>What the contract checks, across many fits.</summary>
public sealed class RegimeRefitContractTests
{
    private static readonly RegimeOptions Often = new() { MinimumBars = 200, RefitEveryBars = 90, WindowBars = 300, Iterations = 8 };
    private static readonly IFeatureFamily Family = RegimeFeatures.Create(Often)[0];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    internal static double[][] Columns(IFeatureFamily family, BarSeries bars)
    {
        double[][] columns = [.. family.Features.Select(_ => new double[bars.Count])];
        family.Compute(bars, columns, Token);
        return columns;
    }

    [Theory]
    [InlineData(201)]
    [InlineData(290)]
    [InlineData(291)]
    [InlineData(650)]
    public void Compute_CutShort_GivesTheSameBits(int cut)
    {
        var bars = RandomBars.Create(1100, 21, TimeFrame.Hour1);
        var full = Columns(Family, bars);
        var part = Columns(Family, bars.Slice(new IndexRange(0, cut)));
        for (var k = 0; k < full.Length; k++)
        {
            Assert.Equal(full[k].AsSpan(0, cut).ToArray(), part[k]);
            Assert.True(double.IsNaN(full[k][Often.MinimumBars - 1]) && double.IsFinite(full[k][Often.MinimumBars]));
        }
    }

    [Fact]
    public void Compute_FitBar_DoesNotSeeItself()
    {
        // The fit at bar 290 must give the same model whatever bar 290 brings; the probabilities as of bar 290 differ.
        var bars = RandomBars.Create(400, 22, TimeFrame.Hour1);
        var calm = FitAt(bars, 290);
        var wild = RandomBars.FromBars(
            TimeFrame.Hour1, [.. Enumerable.Range(0, 400).Select(i => bars[i]).Select((b, i) => i == 290 ? b with { Close = b.Close * 1.5, High = b.High * 1.5 } : b)]);
        Assert.NotEqual(calm.Output[0], FitAt(wild, 290).Output[0]);
        Assert.Equal(calm.Means, FitAt(wild, 290).Means);
    }

    [Fact]
    public void Compute_Probabilities_AddUpToOne()
    {
        var columns = Columns(Family, RandomBars.Create(1500, 23, TimeFrame.Hour1));
        for (var i = Often.MinimumBars; i < 1500; i++)
        {
            Assert.Equal(1, columns[0][i] + columns[1][i] + columns[2][i], 1e-12);
            Assert.InRange(columns[3][i], 0, 1);
            Assert.InRange(columns[4][i], Math.Log(2) - 1e-12, Math.Log(1502));
            Assert.InRange(columns[5][i], 0, 1);
        }
    }

    [Fact]
    public void Compute_SameSeed_GivesTheSameBits()
    {
        var bars = RandomBars.Create(800, 24, TimeFrame.Hour1);
        Assert.Equal(Columns(Family, bars)[0], Columns(RegimeFeatures.Create(Often)[0], bars)[0]);
    }

    [Fact]
    public void Compute_Flat_StaysDefined()
    {
        var bars = RandomBars.Create(900, 25, TimeFrame.Hour1, i => i is < 350 or (> 500 and < 820));
        Assert.All(Columns(Family, bars), column => Assert.All(column.Skip(Often.MinimumBars), value => Assert.True(double.IsFinite(value))));
    }

    private static (double[] Output, double[] Means) FitAt(BarSeries bars, int bar)
    {
        var step = new HmmRegimeStep(Often);
        var output = new double[6];
        for (var i = 0; i <= bar; i++)
        {
            step.Update(bars[i], output);
        }

        return (output, step.Means.ToArray());
    }
}
