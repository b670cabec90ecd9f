using Ratchet.Features.Regimes;
using Ratchet.Numerics.Randomness;

namespace Ratchet.Features.Tests.Regimes;

public sealed class RegimeObservationsTests
{
    [Fact]
    public void Compute_RandomCloses_EqualsThePlainFormula()
    {
        var random = StreamKey.FromSeed(9).Open();
        var closes = new double[100];
        closes[0] = 50;
        for (var i = 1; i < closes.Length; i++)
        {
            closes[i] = closes[i - 1] * Math.Exp(0.01 * random.NextNormal());
        }

        var rows = RegimeObservations.Compute(closes);

        Assert.Equal(2 * 40, rows.Length);
        for (var bar = RegimeObservations.FirstBar; bar < closes.Length; bar++)
        {
            var returns = Enumerable.Range(bar - 59, 60).Select(i => Math.Log(closes[i] / closes[i - 1])).ToArray();
            var mean = returns.Average();
            var deviation = Math.Sqrt(returns.Sum(r => (r - mean) * (r - mean)) / 59);
            Assert.Equal(returns[40..].Sum() / (deviation * Math.Sqrt(20)), rows[2 * (bar - 60)], 1e-9);
            Assert.Equal(returns.Sum() / (deviation * Math.Sqrt(60)), rows[(2 * (bar - 60)) + 1], 1e-9);
        }
    }

    [Fact]
    public void Compute_FewOrFlatCloses_IsEmptyOrZero()
    {
        Assert.Empty(RegimeObservations.Compute(new double[60]));
        Assert.Equal([0.0, 0.0], RegimeObservations.Compute([.. Enumerable.Repeat(7.0, 61)]));
    }
}
