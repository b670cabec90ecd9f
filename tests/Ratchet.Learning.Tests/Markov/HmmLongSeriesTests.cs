using Ratchet.Learning.Markov;

namespace Ratchet.Learning.Tests.Markov;

public class HmmLongSeriesTests
{
    private const int Rows = 1_000_000;

    // One million rows, every 50,000th of them 50 standard deviations of the widest state away.
    private static double[] Sample(HmmModel truth)
    {
        var (x, _) = RegimeSample.Draw(truth, Rows, 77);
        for (var t = 10; t < Rows; t += 50_000)
        {
            x[2 * t] = t % 100_000 < 50_000 ? 50 * 0.71 : -50 * 0.71;
            x[(2 * t) + 1] = 50 * 0.95;
        }

        return x;
    }

    [Fact]
    public void Inference_MillionRowsWithOutliers_IsFiniteAndSumsToOne()
    {
        var model = RegimeSample.Truth(HmmCovariance.Full);
        var x = Sample(model);
        var filtered = model.Filter(x);
        Check(filtered.Values);
        Check(model.Smooth(x).Values);
        Assert.True(double.IsFinite(model.LogLikelihood(x)));
        Assert.Equal(Rows, model.Viterbi(x).Rows);

        var filter = new HmmFilter(model);
        var row = new double[3];
        for (var t = 0; t < Rows; t++)
        {
            filter.Update(x.AsSpan(2 * t, 2), row);
            if (!row.AsSpan().SequenceEqual(filtered[t]))
            {
                Assert.Fail($"the online filter differs from the batch filter in row {t}");
            }
        }
    }

    [Theory]
    [InlineData(HmmCovariance.Full)]
    [InlineData(HmmCovariance.Spherical)]
    public void Learn_MillionRowsWithOutliers_StaysFiniteAndRises(HmmCovariance shape)
    {
        var truth = RegimeSample.Truth(HmmCovariance.Full);
        var x = Sample(truth);
        double[] covariances = shape == HmmCovariance.Full ? [1, 0, 0, 1, 1, 0, 0, 1, 1, 0, 0, 1] : [1, 1, 1];
        var start = new HmmModel(shape, 2, truth.StartProbabilities, truth.Transitions, truth.Means, covariances);
        var history = new double[4];
        var model = HmmLearner.Learn(x, [Rows], start, 4, new HmmOptions(), history, CancellationToken.None);

        Assert.All(history, h => Assert.True(double.IsFinite(h)));
        Assert.True(history[1] > history[0] && history[2] > history[1] && history[3] > history[2]);
        Assert.All([.. model.Means, .. model.Covariances, .. model.Transitions], v => Assert.True(double.IsFinite(v)));
        Check(model.Filter(x).Values);
    }

    private static void Check(ReadOnlySpan<double> probabilities)
    {
        for (var i = 0; i < probabilities.Length; i += 3)
        {
            var sum = probabilities[i] + probabilities[i + 1] + probabilities[i + 2];
            if (!(Math.Abs(sum - 1) < 1e-12) || probabilities[i] < 0 || probabilities[i + 1] < 0 || probabilities[i + 2] < 0)
            {
                Assert.Fail($"row {i / 3}: {probabilities[i]}, {probabilities[i + 1]}, {probabilities[i + 2]}");
            }
        }
    }
}
