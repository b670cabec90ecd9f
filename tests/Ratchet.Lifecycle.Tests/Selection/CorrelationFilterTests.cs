using Ratchet.Lifecycle.Selection;
using Ratchet.Numerics.Randomness;
using Ratchet.Numerics.Scores;

namespace Ratchet.Lifecycle.Tests.Selection;

public sealed class CorrelationFilterTests
{
    private static readonly int[] Rows = [.. Enumerable.Range(0, 40)];

    private static double[][] Matrix(CorrelationKind kind, int threads, params double[][] columns) =>
        CorrelationFilter.Matrix([.. columns.Select(c => (ReadOnlyMemory<double>)c)], Rows, kind, threads, CancellationToken.None);

    private static double[] Normal(ulong seed)
    {
        var stream = StreamKey.FromSeed(seed).Open();
        return [.. Rows.Select(_ => stream.NextNormal())];
    }

    [Fact]
    public void Matrix_Complete_IsPearsonAndSpearman()
    {
        var (a, b) = (Normal(1), Normal(2));
        Assert.Equal(RegressionScores.Correlation(a, b), Matrix(CorrelationKind.Pearson, 1, a, b)[0][1], 1e-14);
        Assert.Equal(RegressionScores.RankCorrelation(a, b), Matrix(CorrelationKind.Spearman, 1, a, b)[1][0], 1e-14);
        double[] tied = [.. Rows.Select(r => (double)(r / 7))];
        Assert.Equal(RegressionScores.RankCorrelation(a, tied), Matrix(CorrelationKind.Spearman, 2, a, tied)[1][0], 1e-14);
    }

    [Fact]
    public void Matrix_MonotoneCurve_IsOneByRanksAndLessByValues()
    {
        var a = Normal(3);
        double[] cubed = [.. a.Select(v => Math.Exp(3 * v))];
        Assert.Equal(1, Matrix(CorrelationKind.Spearman, 1, a, cubed)[0][1], 1e-14);
        Assert.InRange(Matrix(CorrelationKind.Pearson, 1, a, cubed)[0][1], 0.1, 0.9);
    }

    [Fact]
    public void Matrix_MissingValues_UsesRowsKnownInBoth()
    {
        var (a, b) = (Normal(4), Normal(5));
        a[3] = double.NaN;
        b[7] = double.NaN;
        int[] known = [.. Rows.Where(r => r is not (3 or 7))];
        var expected = RegressionScores.Correlation(known.Select(r => a[r]).ToArray(), known.Select(r => b[r]).ToArray());
        Assert.Equal(expected, Matrix(CorrelationKind.Pearson, 1, a, b)[0][1], 1e-14);
        a.AsSpan(8, 10).Fill(double.NaN);
        Assert.True(double.IsNaN(Matrix(CorrelationKind.Pearson, 1, a, b)[0][1]));
        Assert.True(double.IsNaN(Matrix(CorrelationKind.Pearson, 1, [.. Rows.Select(_ => 2.0)], b)[0][1]));
    }

    [Fact]
    public void Drop_Chain_KeepsTheMostImportantAndWhatItDoesNotCover()
    {
        // 0 ~ 1 ~ 2, but 0 and 2 are not alike: 1 is the most important, so both go; where 0 leads, 2 stays, since 1, which it is like, has gone.
        double[][] table = [[1, 0.95, 0.5, 0], [0.95, 1, -0.95, 0], [0.5, -0.95, 1, double.NaN], [0, 0, double.NaN, 1]];
        Assert.Equal([new(0, 1, 0.95), new(2, 1, -0.95)], CorrelationFilter.Drop(table, [1, 3, 2, 0], 0.9));
        Assert.Equal([new(1, 0, 0.95)], CorrelationFilter.Drop(table, [3, 2, 1, 0], 0.9));
        Assert.Equal([new(1, 0, 0.95)], CorrelationFilter.Drop(table, [0, 0, 0, 0], 0.9));
        Assert.Empty(CorrelationFilter.Drop(table, [1, 3, 2, 0], 0.95));
        Assert.Throws<ArgumentException>(() => CorrelationFilter.Drop(table, [1, 2], 0.9));
    }
}
