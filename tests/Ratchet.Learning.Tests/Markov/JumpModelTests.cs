using Ratchet.Learning.Markov;
using Ratchet.Numerics.Randomness;

namespace Ratchet.Learning.Tests.Markov;

public class JumpModelTests
{
    private static readonly StreamKey Key = StreamKey.FromSeed(12);

    // Centroids at 0 and 1 in plain units.
    private static JumpModel Pair(double penalty) => new([0], [1], [0, 1], penalty);

    [Fact]
    public void Paths_FiveRows_EqualHandCalculation()
    {
        // Squared distances to (0, 1): row 0 (0, 1), row 1 (1, 0), row 2 (0, 1), row 3 (1, 0), row 4 (1, 0). A switch costs 1.5.
        double[] x = [0, 1, 0, 1, 1];
        var model = Pair(1.5);

        // Values (V0, V1) by row: (0, 1); (1, 1); (1, 2); (2, 2); (3, 2). The cheapest now, the lower of equals: 0 0 0 0 1.
        Assert.Equal([0, 0, 0, 0, 1], model.Follow(x).Values.ToArray());

        // All ones costs 2; 0 0 0 1 1 costs 1 + 1.5; all zeros 3.
        Assert.Equal([1, 1, 1, 1, 1], model.Decode(x).Values.ToArray());
        Assert.Equal(2, model.Loss(x, [1, 1, 1, 1, 1]));
        Assert.Equal(2.5, model.Loss(x, [0, 0, 0, 1, 1]));
    }

    [Theory]
    [InlineData(0.0)]
    [InlineData(0.3)]
    [InlineData(2.0)]
    [InlineData(50.0)]
    public void Paths_ShortSequences_EqualEnumerationOfAllPaths(double penalty)
    {
        const int Rows = 7;
        for (var trial = 0; trial < 8; trial++)
        {
            var random = Key.Derive(trial).Open();
            var x = Enumerable.Range(0, 2 * Rows).Select(_ => random.NextNormal()).ToArray();
            var model = new JumpModel([0.1, -0.2], [1.5, 0.5], [.. Enumerable.Range(0, 6).Select(_ => random.NextNormal())], penalty);
            var (path, loss) = Cheapest(model, x, Rows);

            Assert.Equal(path, model.Decode(x).Values.ToArray());
            Assert.Equal(loss, model.Loss(x, model.Decode(x).Values), 1e-12);
            var online = model.Follow(x);
            for (var t = 0; t < Rows; t++)
            {
                Assert.Equal(Cheapest(model, x[..(2 * (t + 1))], t + 1).Path[t], online[t]);
            }
        }
    }

    [Fact]
    public void Filter_RowByRow_EqualsBatchAndAllocatesNothing()
    {
        var (x, _) = RegimeSample.Draw(RegimeSample.Truth(HmmCovariance.Diagonal), 3000, 3);
        var model = JumpLearner.Learn(x, 2, new JumpOptions { Penalty = 5 }, Key, CancellationToken.None);
        var batch = model.Follow(x);
        var filter = new JumpFilter(model);
        var probabilities = new double[3];
        filter.Update(x.AsSpan(0, 2));
        filter.CopyProbabilities(probabilities);
        filter.Reset();
        var different = 0;
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var t = 0; t < 3000; t++)
        {
            different += filter.Update(x.AsSpan(2 * t, 2)) == batch[t] ? 0 : 1;
            filter.CopyProbabilities(probabilities);
        }

        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
        Assert.Equal(0, different);
    }

    [Fact]
    public void Filter_Probabilities_SumToOneAndFavourTheState()
    {
        var filter = new JumpFilter(Pair(1));
        var p = new double[2];
        filter.CopyProbabilities(p);
        Assert.Equal([0.5, 0.5], p);

        // Values (0, 1): e^0 against e^-1/2.
        Assert.Equal(0, filter.Update([0]));
        filter.CopyProbabilities(p);
        Assert.Equal(1 / (1 + Math.Exp(-0.5)), p[0], 1e-15);
        Assert.Equal(1, p[0] + p[1], 1e-15);

        // Values (1, 1 + 0) are equal: no preference.
        Assert.Equal(0, filter.Update([1]));
        filter.CopyProbabilities(p);
        Assert.Equal(0.5, p[0], 1e-15);
        Assert.Throws<ArgumentException>(() => filter.Update([double.NaN]));
        Assert.Throws<ArgumentException>(() => filter.Update([1, 2]));
        Assert.Throws<ArgumentException>(() => filter.CopyProbabilities(new double[3]));
    }

    [Fact]
    public void Follow_LaterRowsChange_EarlierStatesStay()
    {
        var (x, _) = RegimeSample.Draw(RegimeSample.Truth(HmmCovariance.Diagonal), 400, 9);
        var model = JumpLearner.Learn(x, 2, new JumpOptions { Penalty = 3 }, Key, CancellationToken.None);
        var before = model.Follow(x).Values[..200].ToArray();
        var decoded = model.Decode(x).Values[..200].ToArray();
        x.AsSpan(400).Fill(-3);

        Assert.Equal(before, model.Follow(x).Values[..200].ToArray());
        Assert.False(decoded.SequenceEqual(before), "looking ahead changed nothing, so nothing was tried");
    }

    [Fact]
    public void Filter_MillionRowsWithOutliers_StaysBounded()
    {
        var random = Key.Open();
        var filter = new JumpFilter(Pair(10));
        var probabilities = new double[2];
        for (var t = 0; t < 1_000_000; t++)
        {
            filter.Update([t % 1000 == 0 ? 1e6 : random.NextNormal()]);
        }

        filter.CopyProbabilities(probabilities);
        Assert.Equal(1, probabilities[0] + probabilities[1], 1e-12);
    }

    [Fact]
    public void Reorder_Rotation_RenamesTheStates()
    {
        var (x, _) = RegimeSample.Draw(RegimeSample.Truth(HmmCovariance.Diagonal), 400, 9);
        var model = JumpLearner.Learn(x, 2, new JumpOptions { Penalty = 3 }, Key, CancellationToken.None);
        int[] order = [2, 0, 1];
        Assert.Equal(model.Follow(x).Values.ToArray(), model.Reorder(order).Follow(x).Values.ToArray().Select(s => order[s]));
        Assert.Throws<ArgumentException>(() => model.Reorder([0, 0, 1]));
    }

    [Fact]
    public void Inputs_OutsideTheirRange_AreNamed()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Pair(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Pair(double.PositiveInfinity));
        Assert.Throws<ArgumentException>(() => new JumpModel([0], [0], [0, 1], 1));
        Assert.Throws<ArgumentException>(() => new JumpModel([0, 0], [1], [0, 1], 1));
        Assert.Throws<ArgumentException>(() => new JumpModel([0, 0], [1, 1], [0, 1, 2], 1));
        Assert.Throws<ArgumentException>(() => new JumpModel([0], [1], [0, double.NaN], 1));
        Assert.Throws<ArgumentException>(() => Pair(1).Follow([double.NaN]));
        Assert.Equal(0, Pair(1).Decode([]).Rows);
    }

    private static (int[] Path, double Loss) Cheapest(JumpModel model, double[] x, int rows)
    {
        var best = (Path: new int[rows], Loss: double.PositiveInfinity);
        for (var code = 0; code < (int)Math.Pow(3, rows); code++)
        {
            var rest = code;
            var path = new int[rows];
            for (var t = 0; t < rows; t++)
            {
                path[t] = rest % 3;
                rest /= 3;
            }

            var loss = 0.0;
            for (var t = 0; t < rows; t++)
            {
                var u = ((x[2 * t] - 0.1) / 1.5) - model.Centroids[2 * path[t]];
                var v = ((x[(2 * t) + 1] + 0.2) / 0.5) - model.Centroids[(2 * path[t]) + 1];
                loss += (u * u) + (v * v) + (t > 0 && path[t] != path[t - 1] ? model.Penalty : 0);
            }

            best = loss < best.Loss ? (path, loss) : best;
        }

        return best;
    }
}
