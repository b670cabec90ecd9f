using Ratchet.Benchmarks.Cases;
using Ratchet.Benchmarks.Measurement;
using Ratchet.Learning.Markov;

namespace Ratchet.Benchmarks.Learning;

/// <summary>P6 on the peers' arrays: hidden Markov models by expectation and maximisation, from the peers' start.</summary>
internal static class MarkovCases
{
    private const int Steps = 10;

    /// <summary>The peer's run converges within fewer steps than this, and the likelihood then stands still.</summary>
    private const int StepsToConvergence = 60;

    // hmmlearn's default: its scalar prior is added to every entry of a covariance's scatter.
    private static readonly HmmOptions Options = new() { Covariance = HmmCovariance.Full, CovariancePrior = 1e-2 };

    public static CaseResult EmStep(BenchmarkContext context)
    {
        var (x, start) = Read(context);
        var d = start.Dimensions;
        var spread = StepTime(x, start);
        var history = new double[StepsToConvergence];
        var model = HmmLearner.Learn(x, [x.Length / d], start, StepsToConvergence, Options, history, CancellationToken.None);
        var path = model.Viterbi(x);
        var decode = Spread.OfSeconds(() => model.Viterbi(x)).Map(s => s * 1000);
        var truth = context.Arrays.Read<int>("hmm_true_states");
        var quality = new List<KeyValuePair<string, double>>
        {
            new("loglik_before_step_1", history[0]),
            new("loglik_converged", model.LogLikelihood(x)),
            new("state_accuracy", BestAgreement(path, truth)),
            new("decode_ms", decode.Median),
        };
        foreach (var rows in new[] { 10_000, 100_000, 1_000_000 })
        {
            var repeated = new double[rows * d];
            for (var i = 0; i < repeated.Length; i++)
            {
                repeated[i] = x[i % x.Length];
            }

            quality.Add(new($"ms_at_{rows}", StepTime(repeated, start).Least));
        }

        return new(spread, quality);
    }

    private static Spread StepTime(double[] x, HmmModel start) =>
        Spread.OfSeconds(() => HmmLearner.Learn(x, start, Steps, Options, CancellationToken.None)).Map(s => s * 1000 / Steps);

    private static (double[] X, HmmModel Start) Read(BenchmarkContext context)
    {
        var arrays = context.Arrays;
        var x = arrays.Read<double>("hmm_X");
        var start = new HmmModel(
            HmmCovariance.Full,
            arrays.Shape("hmm_X")[1],
            arrays.Read<double>("hmm_init_startprob"),
            arrays.Read<double>("hmm_init_transmat"),
            arrays.Read<double>("hmm_init_means"),
            arrays.Read<double>("hmm_init_covars"));
        return (x, start);
    }

    private static double BestAgreement(ViterbiStates path, int[] truth)
    {
        int[][] orders = [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]];
        return orders.Max(order => truth.Where((state, t) => order[path[t]] == state).Count()) / (double)truth.Length;
    }
}
