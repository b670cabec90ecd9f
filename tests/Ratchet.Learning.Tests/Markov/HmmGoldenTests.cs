using System.Text.Json;
using Ratchet.Learning.Markov;

namespace Ratchet.Learning.Tests.Markov;

public class HmmGoldenTests
{
    [Theory]
    [InlineData("hmm_diag_T400")]
    [InlineData("hmm_full_T400")]
    [InlineData("hmm_full_noprior_T400")]
    [InlineData("hmm_full_T400_lengths")]
    [InlineData("hmm_spherical_T300")]
    [InlineData("hmm_tied_T300")]
    public void Inference_AtTheStart_EqualsHmmlearn(string name)
    {
        var golden = new HmmCase(name);
        Compare(golden, golden.Start, golden.Expected.GetProperty("at_start"), 1e-8);
    }

    [Theory]
    [InlineData("hmm_diag_T400")]
    [InlineData("hmm_full_T400")]
    [InlineData("hmm_full_noprior_T400")]
    [InlineData("hmm_full_T400_lengths")]
    [InlineData("hmm_spherical_T300")]
    [InlineData("hmm_tied_T300")]
    public void Learn_TenSteps_EqualsHmmlearn(string name)
    {
        var golden = new HmmCase(name);
        var history = new double[golden.History.Length];

        var model = HmmLearner.Learn(golden.X, golden.Lengths, golden.Start, history.Length, golden.Options, history, CancellationToken.None);

        Near(golden.History, history, 1e-9);
        var expected = golden.Expected.GetProperty("after_em");
        Near(HmmCase.Flat(expected.GetProperty("startprob")), model.StartProbabilities, 1e-7);
        Near(HmmCase.Flat(expected.GetProperty("transmat")), model.Transitions, 1e-7);
        Near(HmmCase.Flat(expected.GetProperty("means")), model.Means, 1e-7);
        Near(golden.Covariances(expected.GetProperty("covars")), model.Covariances, 1e-7);
        Compare(golden, model, golden.Expected.GetProperty("after_em_eval"), 1e-7);
    }

    private static void Compare(HmmCase golden, HmmModel model, JsonElement expected, double tolerance)
    {
        var k = model.States;
        var d = model.Dimensions;
        var logLikelihood = 0.0;
        var posteriors = new double[golden.X.Length / d * k];
        var path = new List<int>();
        var first = 0;
        foreach (var length in golden.Lengths)
        {
            var sequence = golden.X.AsSpan(first * d, length * d);
            logLikelihood += model.LogLikelihood(sequence);
            model.Smooth(sequence).Values.CopyTo(posteriors.AsSpan(first * k, length * k));
            path.AddRange(model.Viterbi(sequence).Values);
            first += length;
        }

        Near([expected.GetProperty("loglik").GetDouble()], [logLikelihood], 1e-9);
        Near(HmmCase.Flat(expected.GetProperty("posteriors_first10")), posteriors.AsSpan(0, 10 * k), tolerance);
        Assert.Equal(HmmCase.Flat(expected.GetProperty("viterbi_path")).Select(v => (int)v), path);
        if (golden.Lengths.Length == 1)
        {
            Near([expected.GetProperty("bic").GetDouble()], [model.BayesianInformation(golden.X)], 1e-9);
        }

        var sums = expected.GetProperty("posteriors_checksum");
        Near([sums.GetProperty("sumsq").GetDouble()], [posteriors.Sum(p => p * p)], tolerance);
        Near([sums.GetProperty("weighted").GetDouble()], [posteriors.Select((p, i) => (i + 1) * p).Sum()], tolerance);
    }

    private static void Near(ReadOnlySpan<double> expected, ReadOnlySpan<double> actual, double tolerance)
    {
        Assert.Equal(expected.Length, actual.Length);
        for (var i = 0; i < expected.Length; i++)
        {
            var bound = tolerance * Math.Max(1, Math.Abs(expected[i]));
            Assert.True(Math.Abs(expected[i] - actual[i]) <= bound, $"element {i}: expected {expected[i]:R}, actual {actual[i]:R}");
        }
    }
}
