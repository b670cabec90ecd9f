using Ratchet.Learning.Binning;
using Ratchet.Learning.Boosting;
using Ratchet.Learning.Learners;
using Ratchet.Numerics.Randomness;

namespace Ratchet.Benchmarks.Parity;

/// <summary>
/// Boosted trees with the parameters of P5, against XGBoost's. Both start at its prediction, one half; both bin into about as many bins; the sample of rows
/// that each tree learns from is what the seed changes.
/// </summary>
internal sealed class BoostingModel : IParityModel
{
    private static readonly BoostingOptions Options = new() { Rounds = 150, MaxDepth = 6, LearningRate = 0.05, Subsample = 0.8, BaseScore = 0.5 };

    public string Name => "boosting";

    public bool PeerTakesMissing => true;

    public IReadOnlyDictionary<string, object> PeerParameters(ParityTask task) => new Dictionary<string, object>
    {
        ["tree_method"] = "hist",
        ["n_estimators"] = Options.Rounds,
        ["max_depth"] = Options.MaxDepth,
        ["learning_rate"] = Options.LearningRate,
        ["subsample"] = Options.Subsample,
        ["base_score"] = Options.BaseScore!,
    };

    public double[] Predict(ParityTask task, BinnedMatrix x, TrainingView view, int[] rows, ulong seed, int threads)
    {
        var objective = task switch
        {
            ParityTask.Binary => BoostingObjective.BinaryLogistic,
            ParityTask.Value => BoostingObjective.SquaredError,
            _ => BoostingObjective.Softmax,
        };
        var model = new BoostedTreesLearner(Options with { Objective = objective }, StreamKey.FromSeed(seed)).Learn(x, view, null, null, threads, CancellationToken.None);
        var output = new double[rows.Length * model.OutputCount];
        model.Predict(x, rows, output);
        return output;
    }
}
