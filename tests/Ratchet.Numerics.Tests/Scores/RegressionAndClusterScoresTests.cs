using Ratchet.Numerics.Distributions;
using Ratchet.Numerics.Scores;

namespace Ratchet.Numerics.Tests.Scores;

public class RegressionAndClusterScoresTests
{
    [Fact]
    public void Regression_ThreeRows_EqualsHandCalculation()
    {
        // Errors 1, 0, -2 against 1 2 6 about 3: total 4 + 1 + 9.
        double[] p = [2, 2, 4];
        double[] y = [1, 2, 6];
        Assert.Equal(1 - (5.0 / 14), RegressionScores.R2(p, y), 1e-15);
        Assert.Equal(Math.Sqrt(5.0 / 3), RegressionScores.Rmse(p, y), 1e-15);
        Assert.Equal(1, RegressionScores.Mae(p, y), 1e-15);

        // p about 8/3: -2/3 -2/3 4/3, so the product is 4/3 + 2/3 + 4 = 6 and the squares 8/3 and 14.
        Assert.Equal(6 / Math.Sqrt(14 * 8.0 / 3), RegressionScores.Correlation(p, y), 1e-14);
        Assert.Equal(Math.Sqrt(0.75), RegressionScores.RankCorrelation(p, y), 1e-14);
    }

    [Fact]
    public void Regression_UndefinedCases_AreNaN()
    {
        Assert.True(double.IsNaN(RegressionScores.R2([1, 2], [0.1, 0.1])));
        Assert.True(double.IsNaN(RegressionScores.R2([], [])));
        Assert.True(double.IsNaN(RegressionScores.Rmse([], [])));
        Assert.True(double.IsNaN(RegressionScores.Mae([1], [double.NaN])));
        Assert.True(double.IsNaN(RegressionScores.Correlation([0.1, 0.1, 0.1], [1, 2, 3])));
        Assert.True(double.IsNaN(RegressionScores.RankCorrelation([1, double.NaN], [1, 2])));
        Assert.Throws<ArgumentException>(() => RegressionScores.Mae([1], [1, 2]));
        Assert.Equal(1, RegressionScores.Correlation([1e-200, 2e-200, 3e-200], [1, 2, 3]), 1e-9);
    }

    [Fact]
    public void Silhouette_TwoPairs_EqualsHandCalculation()
    {
        // At 0 and 1: a = 1, b = 10.5 and 9.5; at 10 and 11 likewise mirrored.
        var expected = ((9.5 / 10.5) + (8.5 / 9.5)) / 2;
        Assert.Equal(expected, ClusterScores.Silhouette([0, 1, 10, 11], 1, [7, 7, -2, -2]), 1e-15);
        Assert.Equal(1, ClusterScores.NeighbourPurity([0, 1, 10, 11], 1, [7, 7, -2, -2], 1));
        Assert.Equal(1.0 / 3, ClusterScores.NeighbourPurity([0, 1, 10, 11], 1, [7, 7, -2, -2], 3), 1e-15);
        Assert.Equal(0.25, ClusterScores.WithinClassVariance([0, 1, 10, 11], 1, [7, 7, -2, -2]), 1e-15);
        Assert.Equal(Math.Sqrt(100 / 101.0), ClusterScores.PointBiserial([0, 1, 10, 11], [0, 0, 1, 1]), 1e-14);
    }

    [Fact]
    public void Clusters_UndefinedCases_AreNaN()
    {
        Assert.True(double.IsNaN(ClusterScores.Silhouette([1, 2, 3], 1, [0, 0, 0])));
        Assert.True(double.IsNaN(ClusterScores.Silhouette([1, 2, 3], 1, [0, 1, 2])));
        Assert.True(double.IsNaN(ClusterScores.Silhouette([1, double.NaN, 3, 4], 1, [0, 0, 1, 1])));
        Assert.True(double.IsNaN(ClusterScores.NeighbourPurity([1, 2, 3], 1, [0, 1, 2], 3)));
        Assert.True(double.IsNaN(ClusterScores.NeighbourPurity([1, double.NaN, 3], 1, [0, 1, 1], 1)));
        Assert.True(double.IsNaN(ClusterScores.WithinClassVariance([], 1, [])));
        Assert.True(double.IsNaN(ClusterScores.PointBiserial([1, 2], [1, 1])));
        Assert.Throws<ArgumentException>(() => ClusterScores.Silhouette([1, 2, 3], 2, [0, 1]));
    }

    [Fact]
    public void Wilson_KnownValues_Match()
    {
        // p = 0.5, n = 4, z = 2: centre (0.5 + 0.5) / 2, half 2 sqrt(1/16 + 1/16) / 2 = sqrt(0.125).
        var interval = Intervals.WilsonInterval(2, 4, 2);
        Assert.Equal(0.5 - Math.Sqrt(0.125), interval.Lower, 1e-15);
        Assert.Equal(0.5 + Math.Sqrt(0.125), interval.Upper, 1e-15);
        Assert.Equal(0, Intervals.WilsonInterval(0, 10).Lower);
        Assert.Equal(1, Intervals.WilsonInterval(10, 10).Upper);
        Assert.Equal(new Interval(0.3, 0.3), Intervals.WilsonInterval(3, 10, 0));
        Assert.True(double.IsNaN(Intervals.WilsonInterval(0, 0).Lower));
        Assert.Throws<ArgumentOutOfRangeException>(() => Intervals.WilsonInterval(5, 4));
        Assert.Throws<ArgumentOutOfRangeException>(() => Intervals.WilsonInterval(1, 4, double.NaN));
    }

    [Fact]
    public void LogisticFunction_Extremes_NeitherOverflowNorLoseDigits()
    {
        Assert.Equal(0.5, LogisticFunction.Sigmoid(0));
        Assert.Equal(0, LogisticFunction.Sigmoid(double.NegativeInfinity));
        Assert.Equal(1, LogisticFunction.Sigmoid(1000));
        Assert.Equal(Math.Exp(-700), LogisticFunction.Sigmoid(-700), 1e-310);
        Assert.Equal(1000, LogisticFunction.SoftPlus(1000));
        Assert.Equal(Math.Log(2), LogisticFunction.SoftPlus(0), 1e-15);
        Assert.Equal(0.3, LogisticFunction.Sigmoid(LogisticFunction.Logit(0.3)), 1e-15);
        Assert.True(double.IsNaN(LogisticFunction.Sigmoid(double.NaN)));
    }
}
