using Ratchet.Numerics.Scores;

namespace Ratchet.Numerics.Tests.Scores;

/// <summary>Known values from scipy 1.10.1.</summary>
public class CorrelationSignificanceTests
{
    [Fact]
    public void Correlation_FiveRows_EqualsScipy()
    {
        var r = RegressionScores.Correlation([1, 2, 3, 4, 5], [2, 1, 4, 3, 5.5]);
        Assert.Equal(0.8148217143826668, r, 1e-14);
        Assert.Equal(0.09295483679065282, CorrelationSignificance.OfCorrelation(r, 5), 1e-13);
    }

    [Fact]
    public void Correlation_EndsAndWrongArguments_AreDefined()
    {
        Assert.Equal(0, CorrelationSignificance.OfCorrelation(1, 10));
        Assert.Equal(0, CorrelationSignificance.OfCorrelation(-1, 3));
        Assert.Equal(1, CorrelationSignificance.OfCorrelation(0, 10));
        Assert.Equal(1, CorrelationSignificance.OfCorrelation(1, 2));
        Assert.Equal(double.NaN, CorrelationSignificance.OfCorrelation(0.5, 1));
        Assert.Equal(double.NaN, CorrelationSignificance.OfCorrelation(1.5, 10));
        Assert.Equal(double.NaN, CorrelationSignificance.OfCorrelation(double.NaN, 10));
    }

    [Fact]
    public void Kendall_FewUntiedRows_IsExact()
    {
        Assert.Equal(0.06904761904761905, CorrelationSignificance.OfKendall([1, 2, 3, 4, 5, 6, 7], [2, 1, 4, 3, 7, 5, 6]), 1e-14);
        Assert.Equal(1, CorrelationSignificance.OfKendall([1, 2, 3], [1, 3, 2]), 1e-14);
        Assert.Equal(1.0 / 3, CorrelationSignificance.OfKendall([1, 2, 3, 4], [1, 3, 2, 4]), 1e-14);

        // One of 2 permutations each way.
        Assert.Equal(1, CorrelationSignificance.OfKendall([1, 2], [2, 1]));
        Assert.Equal(2.0 / 24, CorrelationSignificance.OfKendall([1, 2, 3, 4], [8, 7, 6, 5]), 1e-15);
    }

    [Fact]
    public void Kendall_ManyRowsOrTies_EqualsScipy()
    {
        double[] left = [.. Enumerable.Range(0, 40).Select(i => (double)i)];
        double[] right = [.. Enumerable.Range(0, 40).Select(i => (double)(i * 17 % 41))];
        Assert.Equal(0.8704282960625428, CorrelationSignificance.OfKendall(left, right), 1e-12);
        Assert.Equal(0.005866093521853966, CorrelationSignificance.OfKendall([1, 1, 2, 2, 3, 4, 5, 5], [1, 2, 2, 3, 3, 3, 5, 4]), 1e-14);

        // One pair out of order among 40 rows: 2 x 40 / 40!.
        (left[38], left[39]) = (left[39], left[38]);
        var p = CorrelationSignificance.OfKendall(left, [.. Enumerable.Range(0, 40).Select(i => (double)i)]);
        Assert.Equal(1, p / 9.804939513027087e-47, 1e-12);
    }

    [Fact]
    public void Kendall_Undefined_IsNaN()
    {
        Assert.Equal(double.NaN, CorrelationSignificance.OfKendall([1, 1, 1], [1, 2, 3]));
        Assert.Equal(double.NaN, CorrelationSignificance.OfKendall([1, double.NaN], [1, 2]));
        Assert.Equal(double.NaN, CorrelationSignificance.OfKendall([1], [1]));
        Assert.Throws<ArgumentException>(() => CorrelationSignificance.OfKendall([1], [1, 2]));
    }

    [Theory]
    [InlineData(4)]
    [InlineData(6)]
    public void Kendall_AllPermutations_HaveTheirOwnShares(int n)
    {
        // Each permutation's p-value is the share of permutations at least as far from 0, which counting gives.
        double[] first = [.. Enumerable.Range(0, n).Select(i => (double)i)];
        var taus = Permutations(first).Select(p => (P: CorrelationSignificance.OfKendall(first, p), Tau: Math.Abs(RegressionScores.KendallTau(first, p)))).ToArray();
        foreach (var (p, tau) in taus.Take(200))
        {
            var share = (double)taus.Count(t => t.Tau >= tau - 1e-12) / taus.Length;
            Assert.Equal(Math.Min(1, share), p, 1e-12);
        }
    }

    private static IEnumerable<double[]> Permutations(double[] values)
    {
        if (values.Length <= 1)
        {
            yield return values;
            yield break;
        }

        for (var i = 0; i < values.Length; i++)
        {
            foreach (var rest in Permutations([.. values[..i], .. values[(i + 1)..]]))
            {
                yield return [values[i], .. rest];
            }
        }
    }
}
