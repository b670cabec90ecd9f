using Ratchet.Numerics.Scores;

namespace Ratchet.Numerics.Tests.Scores;

public class SeparationAndOrderScoresTests
{
    private static readonly int[] TwoPairs = [7, 7, -2, -2];

    [Fact]
    public void MultiClassLogLoss_ThreeRows_EqualsHandCalculation()
    {
        double[] p = [0.5, 0.25, 0.25, 0.1, 0.9, 0, 1, 0, 0];
        Assert.Equal(-(Math.Log(0.5) + Math.Log(0.9) + Math.Log(0.01)) / 3, MultiClassScores.LogLoss(p, 3, [0, 1, 2], 0.01), 1e-15);
        Assert.Equal(-((2 * Math.Log(0.25)) + Math.Log(0.1)) / 3, MultiClassScores.LogLoss(p, 3, [2, 0, 1], weights: [2, 1, 0]), 1e-15);
        Assert.Equal(Math.Log(4), MultiClassScores.LogLoss([0.25, 0.25, 0.25, 0.25], 4, [3]), 1e-15);
    }

    [Fact]
    public void MultiClassLogLoss_TwoClasses_EqualsBinary()
    {
        double[] p = [0, 0.3, 0.8, 1];
        double[] rows = [1, 0, 0.7, 0.3, 1 - 0.8, 0.8, 0, 1];
        Assert.Equal(ClassificationScores.LogLoss(p, [1, 0, 1, 1], 1e-3), MultiClassScores.LogLoss(rows, 2, [1, 0, 1, 1], 1e-3), 1e-14);
    }

    [Fact]
    public void MultiClassLogLoss_DegenerateInputs_AreNaNOrThrow()
    {
        Assert.True(double.IsNaN(MultiClassScores.LogLoss([], 3, [])));
        Assert.True(double.IsNaN(MultiClassScores.LogLoss([0.5, double.NaN], 2, [0])));
        Assert.True(double.IsNaN(MultiClassScores.LogLoss([0.5, 0.5], 2, [0], weights: [0])));
        Assert.Throws<ArgumentException>(() => MultiClassScores.LogLoss([0.5, 0.5], 2, [2]));
        Assert.Throws<ArgumentException>(() => MultiClassScores.LogLoss([0.5, 0.5], 2, [-1]));
        Assert.Throws<ArgumentException>(() => MultiClassScores.LogLoss([0.5, 0.6], 2, [0]));
        Assert.Throws<ArgumentException>(() => MultiClassScores.LogLoss([1.5, -0.5], 2, [0]));
        Assert.Throws<ArgumentException>(() => MultiClassScores.LogLoss([0.5, 0.5, 0], 2, [0]));
        Assert.Throws<ArgumentException>(() => MultiClassScores.LogLoss([0.5, 0.5], 2, [0], weights: [1, 1]));
        Assert.Throws<ArgumentOutOfRangeException>(() => MultiClassScores.LogLoss([1], 1, [0]));
        Assert.Throws<ArgumentOutOfRangeException>(() => MultiClassScores.LogLoss([0.5, 0.5], 2, [0], double.NaN));
    }

    [Fact]
    public void CentroidScores_TwoPairs_EqualHandCalculation()
    {
        // Means 0.5, 10.5 about 5.5: between 4 x 25 over 1, within 4 x 0.25 over 2; spreads 0.5 and 0.5 over a distance of 10.
        Assert.Equal(200, ClusterScores.CalinskiHarabasz([0, 1, 10, 11], 1, TwoPairs), 1e-12);
        Assert.Equal(0.1, ClusterScores.DaviesBouldin([0, 1, 10, 11], 1, TwoPairs), 1e-15);
    }

    [Fact]
    public void CentroidScores_DegenerateGroups_AreInfiniteZeroOrNaN()
    {
        // Three times 0.1 has a computed mean other than 0.1.
        double[] points = [0.1, 0.1, 0.1, 0.7, 0.7, 0.7];
        int[] halves = [0, 0, 0, 1, 1, 1];
        Assert.Equal(double.PositiveInfinity, ClusterScores.CalinskiHarabasz(points, 1, halves));
        Assert.Equal(0, ClusterScores.DaviesBouldin(points, 1, halves));
        Assert.True(double.IsNaN(ClusterScores.CalinskiHarabasz([0.1, 0.1, 0.1, 0.1], 1, TwoPairs)));
        Assert.True(double.IsNaN(ClusterScores.DaviesBouldin([0.1, 0.1, 0.1, 0.1], 1, TwoPairs)));
        Assert.Equal(double.PositiveInfinity, ClusterScores.DaviesBouldin([-1, 1, -2, 2], 1, TwoPairs));
        Assert.Equal(0, ClusterScores.CalinskiHarabasz([-1, 1, -2, 2], 1, TwoPairs));
        foreach (var score in new Func<double[], int[], double>[] { (x, g) => ClusterScores.CalinskiHarabasz(x, 1, g), (x, g) => ClusterScores.DaviesBouldin(x, 1, g) })
        {
            Assert.True(double.IsNaN(score([], [])));
            Assert.True(double.IsNaN(score([1, 2, 3], [0, 0, 0])));
            Assert.True(double.IsNaN(score([1, 2, 3], [0, 1, 2])));
            Assert.True(double.IsNaN(score([1, double.NaN, 3, 4], TwoPairs)));
            Assert.Throws<ArgumentException>(() => score([1, 2, 3], [0, 1]));
        }
    }

    [Fact]
    public void SilhouetteSamples_TwoPairsAndALoneRow_EqualHandCalculation()
    {
        Assert.Equal([9.5 / 10.5, 8.5 / 9.5, 8.5 / 9.5, 9.5 / 10.5], ClusterScores.SilhouetteSamples([0, 1, 10, 11], 1, TwoPairs));
        Assert.Equal([3.0 / 4, 2.0 / 3, 0], ClusterScores.SilhouetteSamples([0, 1, 4], 1, [0, 0, 1]));
        Assert.Equal([double.NaN, double.NaN], ClusterScores.SilhouetteSamples([1, 2], 1, [0, 0]));
        Assert.All(ClusterScores.SilhouetteSamples([1, 2, double.NaN], 1, [0, 0, 1]), v => Assert.True(double.IsNaN(v)));
    }

    // Two groups apart: every row's nearest is of its own group, in any unit.
    [Theory]
    [InlineData(1)]
    [InlineData(1e200)]
    [InlineData(1e307)]
    [InlineData(1e-200)]
    [InlineData(1e-307)]
    public void NeighbourPurity_HugeOrTinyUnits_IsThatOfPlainUnits(double unit)
    {
        double[] x = [-9 * unit, -8.5 * unit, 8 * unit, 9 * unit, 3 * unit, -7 * unit];
        int[] groups = [0, 0, 1, 1, 1, 0];
        Assert.Equal(1, ClusterScores.NeighbourPurity(x, 1, groups, 1));
        Assert.Equal(1, ClusterScores.NeighbourPurity(x, 1, groups, 2));
        Assert.Equal(0.4, ClusterScores.NeighbourPurity(x, 1, groups, 5), 1e-12);
    }

    [Fact]
    public void NeighbourPurityByGroup_ThreeRows_EqualsHandCalculation()
    {
        // The nearest of 0 is 1, of 1 is 0, of 4 is 1.
        GroupPurity[] expected = [new(-3, 1, 0), new(5, 2, 1)];
        Assert.Equal(expected, ClusterScores.NeighbourPurityByGroup([0, 1, 4], 1, [5, 5, -3], 1));
        Assert.Equal([new(5, 1, double.NaN)], ClusterScores.NeighbourPurityByGroup([0], 1, [5], 1));
        Assert.Empty(ClusterScores.NeighbourPurityByGroup([], 1, []));
        Assert.Throws<ArgumentOutOfRangeException>(() => ClusterScores.NeighbourPurityByGroup([0], 1, [5], 0));
    }

    [Fact]
    public void KendallTau_KnownAndDegenerateInputs_Match()
    {
        Assert.Equal(1, RegressionScores.KendallTau([1, 2, 3], [10, 20, 30]));
        Assert.Equal(-1, RegressionScores.KendallTau([1, 2, 2], [1, 0, 0]));
        Assert.Equal(1.0 / 3, RegressionScores.KendallTau([1, 2, 3], [1, 3, 2]), 1e-15);
        Assert.True(double.IsNaN(RegressionScores.KendallTau([1, 1, 1], [1, 2, 3])));
        Assert.True(double.IsNaN(RegressionScores.KendallTau([1, 2], [double.NaN, 2])));
        Assert.True(double.IsNaN(RegressionScores.KendallTau([1], [1])));
        Assert.True(double.IsNaN(RegressionScores.KendallTau([], [])));
        Assert.Throws<ArgumentException>(() => RegressionScores.KendallTau([1], [1, 2]));
    }

    [Theory]
    [InlineData(2, 5)]
    [InlineData(37, 4)]
    [InlineData(64, 1000)]
    [InlineData(129, 9)]
    public void KendallTau_PseudoRandomRows_EqualsComparisonOfAllPairs(int n, int levels)
    {
        var left = Enumerable.Range(1, n).Select(i => (double)(i * 7919 % 1009 % levels)).ToArray();
        var right = Enumerable.Range(1, n).Select(i => (double)(i * i * 31 % 997 % levels)).ToArray();
        double product = 0, untiedLeft = 0, untiedRight = 0;
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j < i; j++)
            {
                var a = Math.Sign(left[i] - left[j]);
                var b = Math.Sign(right[i] - right[j]);
                product += a * b;
                untiedLeft += a * a;
                untiedRight += b * b;
            }
        }

        Assert.Equal(product / Math.Sqrt(untiedLeft * untiedRight), RegressionScores.KendallTau(left, right), 1e-15);
    }
}
