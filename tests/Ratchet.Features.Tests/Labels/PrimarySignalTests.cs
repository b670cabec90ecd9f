using Ratchet.Features.Labels;
using Ratchet.Numerics.Windows;

namespace Ratchet.Features.Tests.Labels;

public sealed class PrimarySignalTests
{
    [Fact]
    public void Compute_FourCloses_MatchesHandCalculation()
    {
        // Log returns 0.01, -0.03, 0.05: over the last two, mean 0.01, sample deviation sqrt(2 x 0.04^2 / 1).
        var signal = PrimarySignal.Compute(LabelBars.Closes(1, Math.Exp(0.01), Math.Exp(-0.02), Math.Exp(0.03)), 3, 2);
        Assert.True(double.IsNaN(signal.Sigma[1]) && double.IsNaN(signal.Momentum[2]));
        Assert.Equal(Math.Sqrt(2) * 0.02, signal.Sigma[2], 1e-12);
        Assert.Equal(Math.Sqrt(2) * 0.04, signal.Sigma[3], 1e-12);
        Assert.Equal(0.03 / (Math.Sqrt(2) * 0.04 * Math.Sqrt(3)), signal.Momentum[3], 1e-12);
        Assert.Equal([0, 0, 0, 1], signal.Side);
    }

    [Fact]
    public void Compute_Fall_GivesShortSide() =>
        Assert.Equal(-1, PrimarySignal.Compute(LabelBars.Closes(10, 11, 9, 8), 3, 2).Side[3]);

    [Fact]
    public void Compute_FlatPrices_GivesNoSide()
    {
        var signal = PrimarySignal.Compute(LabelBars.Closes([.. Enumerable.Repeat(7.0, 20)]), 2, 5);
        Assert.Equal(0.0, signal.Momentum[19]);
        Assert.All(signal.Side, side => Assert.Equal(0, side));
    }

    [Fact]
    public void Compute_TailOnly_GivesTheSameBits()
    {
        var bars = LabelBars.Random(300, 2);
        var full = PrimarySignal.Compute(bars, 24, 48);
        for (var t = 60; t < 300; t += 13)
        {
            var tail = PrimarySignal.Compute(bars.Slice(new IndexRange(t - 48, t + 1)), 24, 48);
            Assert.Equal(full.Momentum[t], tail.Momentum[48]);
            Assert.Equal(full.Sigma[t], tail.Sigma[48]);
        }
    }

    [Fact]
    public void Compute_SeriesShorterThanWarmUp_IsAllNaN() =>
        Assert.All(PrimarySignal.Compute(LabelBars.Random(10, 2), 24, 48).Momentum, m => Assert.True(double.IsNaN(m)));
}
