using Ratchet.Learning.Markov;

namespace Ratchet.Learning.Tests.Markov;

public class HmmModelTests
{
    private static readonly HmmModel Coin = new(HmmCovariance.Diagonal, 1, [0.5, 0.5], [0.9, 0.1, 0.2, 0.8], [0, 1], [1, 1]);

    [Fact]
    public void Filtered_TwoRows_EqualsHandCalculation()
    {
        // Row 0 is 0: densities relate as 1 : e^-1/2. Row 1 is 1: as e^-1/2 : 1.
        var r = Math.Exp(-0.5);
        var first = 1 / (1 + r);
        var predicted = (first * 0.9) + ((1 - first) * 0.2);
        var second = predicted * r / ((predicted * r) + (1 - predicted));

        var output = Coin.Filter([0, 1]).Values.ToArray();

        Assert.Equal(first, output[0], 1e-14);
        Assert.Equal(second, output[2], 1e-14);
        var density = 1 / Math.Sqrt(2 * Math.PI);
        var likelihood = 0.5 * density * (1 + r) * density * ((predicted * r) + (1 - predicted));
        Assert.Equal(Math.Log(likelihood), Coin.LogLikelihood([0, 1]), 1e-13);
    }

    [Theory]
    [InlineData(HmmCovariance.Diagonal)]
    [InlineData(HmmCovariance.Full)]
    public void Inference_ShortSequence_EqualsEnumerationOfAllPaths(HmmCovariance shape)
    {
        var model = RegimeSample.Truth(shape);
        model = new HmmModel(shape, 2, [0.2, 0.5, 0.3], model.Transitions, model.Means, model.Covariances);
        var (x, _) = RegimeSample.Draw(model, 6, 5);
        var weights = new double[6 * 3];
        var total = 0.0;
        var best = (Weight: -1.0, Path: new int[6]);
        for (var code = 0; code < 729; code++)
        {
            var path = Enumerable.Range(0, 6).Select(t => code / (int)Math.Pow(3, t) % 3).ToArray();
            var weight = model.StartProbabilities[path[0]];
            for (var t = 0; t < 6; t++)
            {
                weight *= (t == 0 ? 1 : model.Transitions[(path[t - 1] * 3) + path[t]]) * Density(model, path[t], x.AsSpan(2 * t, 2));
            }

            total += weight;
            best = weight > best.Weight ? (weight, path) : best;
            for (var t = 0; t < 6; t++)
            {
                weights[(t * 3) + path[t]] += weight;
            }
        }

        var smoothed = model.Smooth(x).Values.ToArray();

        Assert.Equal(Math.Log(total), model.LogLikelihood(x), 1e-11);
        Assert.Equal(best.Path, model.Viterbi(x).Values.ToArray());
        for (var i = 0; i < 18; i++)
        {
            Assert.Equal(weights[i] / total, smoothed[i], 1e-11);
        }
    }

    [Theory]
    [InlineData(HmmCovariance.Diagonal)]
    [InlineData(HmmCovariance.Full)]
    public void Filter_RowByRow_EqualsBatchBitForBit(HmmCovariance shape)
    {
        var model = RegimeSample.Truth(shape);
        var (x, _) = RegimeSample.Draw(model, 500, 3);
        var batch = model.Filter(x).Values.ToArray();
        var filter = new HmmFilter(model);
        var row = new double[3];
        for (var pass = 0; pass < 2; pass++)
        {
            for (var t = 0; t < 500; t++)
            {
                filter.Update(x.AsSpan(2 * t, 2), row);
                Assert.Equal(batch.AsSpan(3 * t, 3).ToArray(), row);
            }

            filter.Reset();
        }
    }

    [Fact]
    public void Filter_AfterWarmUp_AllocatesNothing()
    {
        var model = RegimeSample.Truth(HmmCovariance.Full);
        var filter = new HmmFilter(model);
        var row = new double[3];
        double[] x = [0.1, 0.2];
        filter.Update(x, row);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1000; i++)
        {
            filter.Update(x, row);
        }

        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    [Fact]
    public void Filtered_LaterRowsChange_EarlierRowsStay()
    {
        var model = RegimeSample.Truth(HmmCovariance.Diagonal);
        var (x, _) = RegimeSample.Draw(model, 200, 9);
        var before = model.Filter(x).Values.ToArray();
        var smoothedBefore = model.Smooth(x).Values.ToArray();
        x.AsSpan(200).Fill(3);
        var after = model.Filter(x).Values.ToArray();
        var smoothedAfter = model.Smooth(x).Values.ToArray();

        Assert.Equal(before[..300], after[..300]);
        Assert.NotEqual(smoothedBefore[..300], smoothedAfter[..300]);
    }

    [Theory]
    [InlineData(HmmCovariance.Diagonal)]
    [InlineData(HmmCovariance.Full)]
    public void Columns_OddLength_EqualRowsBitForBit(HmmCovariance shape)
    {
        var model = RegimeSample.Truth(shape);
        var (x, _) = RegimeSample.Draw(model, 103, 3);
        var columns = new double[206];
        for (var t = 0; t < 103; t++)
        {
            columns[t] = x[2 * t];
            columns[103 + t] = x[(2 * t) + 1];
        }

        var fast = new double[309];
        model.Emission.LogDensityColumns(columns, 103, fast, CancellationToken.None);

        var plain = new double[3];
        for (var t = 0; t < 103; t++)
        {
            model.Emission.LogDensities(x.AsSpan(2 * t, 2), new double[2], plain);
            Assert.Equal([fast[t], fast[103 + t], fast[206 + t]], plain);
        }
    }

    [Fact]
    public void Inference_LongSeriesWithOutliers_StaysFinite()
    {
        var model = RegimeSample.Truth(HmmCovariance.Full);
        var (x, states) = RegimeSample.Draw(model, 100_000, 21);
        x[100_000] = 50;
        x[120_001] = -1e9;
        var filtered = model.Filter(x).Values;
        var smoothed = model.Smooth(x).Values;

        Assert.True(double.IsFinite(model.LogLikelihood(x)));
        var right = 0;
        for (var t = 0; t < 100_000; t++)
        {
            Assert.Equal(1, filtered[3 * t] + filtered[(3 * t) + 1] + filtered[(3 * t) + 2], 1e-12);
            Assert.Equal(1, smoothed[3 * t] + smoothed[(3 * t) + 1] + smoothed[(3 * t) + 2], 1e-12);
            right += smoothed[(3 * t) + states[t]] > 0.5 ? 1 : 0;
        }

        Assert.True(right > 97_000, $"{right} of 100000 states were recovered");
    }

    [Fact]
    public void Inference_RowThatOnlyAnExcludedStateExplains_FollowsTheReachableState()
    {
        // State 1 can never be entered; the row at 60 has a density of e^-1800 under state 0.
        var model = new HmmModel(HmmCovariance.Diagonal, 1, [1, 0], [1, 0, 0.5, 0.5], [0, 60], [1, 1]);
        var output = model.Smooth([0, 60, 0]).Values.ToArray();

        Assert.Equal([1.0, 0, 1, 0, 1, 0], output);
        Assert.Equal((-1.5 * Math.Log(2 * Math.PI)) - 1800, model.LogLikelihood([0, 60, 0]), 1e-9);
    }

    [Fact]
    public void Inference_RowBeyondTheRangeOfDoubles_HasZeroLikelihoodAndKeepsThePrediction()
    {
        var output = Coin.Filter([0, 1e200]).Values.ToArray();

        Assert.Equal(double.NegativeInfinity, Coin.LogLikelihood([0, 1e200]));
        Assert.Equal((output[0] * 0.9) + (output[1] * 0.2), output[2], 1e-15);
    }

    [Fact]
    public void Reorder_Rotation_RelabelsEverything()
    {
        var model = RegimeSample.Truth(HmmCovariance.Full);
        var (x, _) = RegimeSample.Draw(model, 300, 4);
        var turned = model.Reorder([2, 0, 1]);
        var plain = model.Filter(x).Values;
        var renamed = turned.Filter(x).Values;

        Assert.Equal(model.LogLikelihood(x), turned.LogLikelihood(x), 1e-9);
        for (var t = 0; t < 300; t++)
        {
            Assert.Equal(plain[(3 * t) + 2], renamed[3 * t], 1e-12);
            Assert.Equal(plain[3 * t], renamed[(3 * t) + 1], 1e-12);
        }

        Assert.Throws<ArgumentException>(() => model.Reorder([0, 0, 1]));
        Assert.Throws<ArgumentException>(() => model.Reorder([0, 1]));
    }

    [Fact]
    public void Inputs_OutsideTheirRange_AreNamed()
    {
        var nan = Assert.Throws<ArgumentException>(() => Coin.LogLikelihood([0, double.NaN]));
        Assert.Contains("row 1, column 0", nan.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => new HmmModel(HmmCovariance.Diagonal, 1, [0.5, 0.4], [0.9, 0.1, 0.2, 0.8], [0, 1], [1, 1]));
        Assert.Throws<ArgumentException>(() => new HmmModel(HmmCovariance.Diagonal, 1, [0.5, 0.5], [0.9, 0.1, 0.2, 0.8], [0, 1], [1, 0]));
        Assert.Throws<ArgumentException>(() => new HmmModel(HmmCovariance.Full, 2, [1], [1], [0, 1], [1, 2, 2, 1]));
        Assert.Throws<ArgumentException>(() => new HmmFilter(Coin).Update([double.NaN], new double[2]));
        Assert.Throws<ArgumentException>(() => new HmmFilter(Coin).Update([1, 2], new double[2]));
    }

    private static double Density(HmmModel model, int state, ReadOnlySpan<double> row)
    {
        var u = row[0] - model.Means[2 * state];
        var v = row[1] - model.Means[(2 * state) + 1];
        var full = model.Covariance == HmmCovariance.Full;
        var c = model.Covariances.Slice(state * (full ? 4 : 2));
        var (a, b, d) = full ? (c[0], c[1], c[3]) : (c[0], 0, c[1]);
        var determinant = (a * d) - (b * b);
        return Math.Exp(-0.5 * ((d * u * u) - (2 * b * u * v) + (a * v * v)) / determinant) / (2 * Math.PI * Math.Sqrt(determinant));
    }
}
