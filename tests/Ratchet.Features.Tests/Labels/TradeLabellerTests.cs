using System.Diagnostics;
using Ratchet.Features.Labels;
using Ratchet.Market.Bars;
using Ratchet.Numerics.Windows;

namespace Ratchet.Features.Tests.Labels;

public sealed class TradeLabellerTests
{
    private static readonly LabelOptions Options = new() { HorizonBars = 12, MomentumBars = 5, VolatilityBars = 20, RoundTripCost = 0.0015 };

    private static TradeLabels Label(BarSeries bars, LabelOptions options) =>
        TradeLabeller.Compute(bars, PrimarySignal.Compute(bars, options.MomentumBars, options.VolatilityBars), options);

    [Theory]
    [InlineData(1.5, 2.0, 12, 0.002)]
    [InlineData(0.3, 0.2, 7, 0.01)]
    [InlineData(0.2, 0.9, 1, 0.03)]
    [InlineData(0.8, 0.5, 25, 0.03)]
    public void Compute_RandomBars_AgreesWithPlainReference(double profit, double stop, int horizon, double gap)
    {
        var bars = LabelBars.Random(600, 7, gap);
        var options = Options with { ProfitMultiple = profit, StopMultiple = stop, HorizonBars = horizon };
        var signal = PrimarySignal.Compute(bars, options.MomentumBars, options.VolatilityBars);
        var labels = TradeLabeller.Compute(bars, signal, options);
        var kinds = new int[4];
        for (var t = 0; t < bars.Count; t++)
        {
            kinds[(int)labels.Barrier[t]]++;
            if (t < options.VolatilityBars || t + horizon >= bars.Count)
            {
                Assert.True(double.IsNaN(labels.Entry[t]));
                continue;
            }

            var (barrier, touch, net) = Plain(bars, signal, options, t);
            Assert.Equal(barrier, labels.Barrier[t]);
            Assert.Equal(touch, labels.TouchIndex[t]);
            Assert.Equal(net, labels.NetReturn[t], 1e-12);
            var r = net / (stop * signal.Sigma[t] * Math.Sqrt(horizon));
            Assert.Equal(r, labels.Profit[t], 1e-9);
            Assert.Equal(Math.Max(0, Math.Min(1, r * stop / profit)), labels.Position[t], 1e-9);
            var held = signal.Side[t] * (bars.Close[t + Math.Max(1, horizon / 4)] - bars.Open[t + 1]) / bars.Open[t + 1];
            Assert.Equal(held < options.RoundTripCost!.Value ? 1 : 0, labels.Exit[t]);
        }

        Assert.True(kinds[(int)FirstBarrier.Profit] + kinds[(int)FirstBarrier.Stop] > 10);
    }

    [Fact]
    public void Compute_BarsAfterLabelEndChange_LeavesRowUnchanged()
    {
        var bars = LabelBars.Random(400, 3);
        var full = Label(bars, Options);
        for (var cut = 100; cut < 400; cut += 37)
        {
            var part = Label(bars.Slice(new IndexRange(0, cut)), Options);
            for (var t = 0; t < cut; t++)
            {
                Assert.True(full.LabelEnd[t] <= t + Options.HorizonBars + 1);
                if (t + Options.HorizonBars < cut)
                {
                    Assert.Equal(full.Profit[t], part.Profit[t]);
                    Assert.Equal(full.Exit[t], part.Exit[t]);
                    Assert.Equal(full.LabelEnd[t], part.LabelEnd[t]);
                }
                else
                {
                    Assert.True(double.IsNaN(part.Entry[t]));
                }
            }
        }
    }

    [Fact]
    public void Compute_BarsFromLabelEndOnChange_LeavesTargetsUnchanged()
    {
        var bars = LabelBars.Random(200, 19);
        var other = LabelBars.Random(200, 20);
        var options = Options with { ProfitMultiple = 0.6, StopMultiple = 0.6 };
        var signal = PrimarySignal.Compute(bars, options.MomentumBars, options.VolatilityBars);
        var labels = TradeLabeller.Compute(bars, signal, options);
        var early = 0;
        for (var t = options.VolatilityBars; t + options.HorizonBars < 200; t++)
        {
            var changed = TradeLabeller.Compute(LabelBars.Joined(bars, labels.LabelEnd[t], other), signal, options);
            Assert.Equal(labels.Profit[t], changed.Profit[t]);
            Assert.Equal(labels.Exit[t], changed.Exit[t]);
            Assert.Equal(labels.TouchIndex[t], changed.TouchIndex[t]);
            early += labels.LabelEnd[t] < t + options.HorizonBars + 1 ? 1 : 0;
        }

        Assert.True(early > 50);
    }

    [Fact]
    public void Compute_Uniqueness_AgreesWithCounting()
    {
        var bars = LabelBars.Random(300, 11);
        var labels = Label(bars, Options);
        var rows = Enumerable.Range(0, bars.Count).Where(t => labels.TouchIndex[t] >= 0).ToArray();
        Assert.Equal(rows.Length, labels.LabelledCount);
        foreach (var t in rows)
        {
            var mean = Enumerable.Range(t + 1, labels.LabelEnd[t] - t - 1)
                .Average(i => 1.0 / rows.Count(r => r + 1 <= i && i < labels.LabelEnd[r]));
            Assert.Equal(mean, labels.Uniqueness[t], 1e-10);
        }
    }

    [Fact]
    public void Compute_FlatPrices_LabelsNothing() =>
        Assert.Equal(0, Label(LabelBars.Closes([.. Enumerable.Repeat(5.0, 200)]), Options).LabelledCount);

    [Fact]
    public void Compute_SignalOfOtherLength_Throws()
    {
        var signal = PrimarySignal.Compute(LabelBars.Random(50, 1), 5, 10);
        var error = Assert.Throws<ArgumentException>(() => TradeLabeller.Compute(LabelBars.Random(60, 1), signal, Options));
        Assert.Contains("50", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Compute_FourYearsOfHours_TakesMilliseconds()
    {
        var bars = LabelBars.Random(35_000, 5);
        var options = new LabelOptions { HorizonBars = 48, RoundTripCost = 0.0015 };
        var signal = PrimarySignal.Compute(bars, options.MomentumBars, options.VolatilityBars);
        var best = double.MaxValue;
        for (var i = 0; i < 40; i++)
        {
            var start = Stopwatch.GetTimestamp();
            _ = TradeLabeller.Compute(bars, signal, options);
            best = Math.Min(best, Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"35,000 bars, horizon 48: {best:F2} ms");
        Assert.True(best < 60, $"{best} ms");
    }

    private static (FirstBarrier Barrier, int Touch, double Net) Plain(BarSeries bars, PrimarySignal signal, LabelOptions options, int t)
    {
        var s = signal.Side[t];
        var unit = signal.Sigma[t] * Math.Sqrt(options.HorizonBars);
        var entry = bars.Open[t + 1];
        double Outcome(double price) => s * ((price / entry) - 1);
        for (var i = t + 1; i <= t + options.HorizonBars; i++)
        {
            var opened = Outcome(bars.Open[i]);
            var best = Math.Max(Outcome(bars.High[i]), Outcome(bars.Low[i]));
            var worst = Math.Min(Outcome(bars.High[i]), Outcome(bars.Low[i]));
            if (opened <= -options.StopMultiple * unit)
            {
                return (FirstBarrier.Stop, i, opened - options.RoundTripCost!.Value);
            }

            if (opened >= options.ProfitMultiple * unit)
            {
                return (FirstBarrier.Profit, i, opened - options.RoundTripCost!.Value);
            }

            if (worst <= -options.StopMultiple * unit)
            {
                return (FirstBarrier.Stop, i, (-options.StopMultiple * unit) - options.RoundTripCost!.Value);
            }

            if (best >= options.ProfitMultiple * unit)
            {
                return (FirstBarrier.Profit, i, (options.ProfitMultiple * unit) - options.RoundTripCost!.Value);
            }
        }

        var last = t + options.HorizonBars;
        return (FirstBarrier.Vertical, last, Outcome(bars.Close[last]) - options.RoundTripCost!.Value);
    }
}
