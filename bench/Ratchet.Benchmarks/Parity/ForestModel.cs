using Ratchet.Learning.Binning;
using Ratchet.Learning.Forests;
using Ratchet.Learning.Learners;
using Ratchet.Numerics.Randomness;

namespace Ratchet.Benchmarks.Parity;

/// <summary>Random forests with the parameters of P1 and P2, against scikit-learn's.</summary>
internal sealed class ForestModel : IParityModel
{
    public string Name => "forest";

    public bool PeerTakesMissing => false;

    public IReadOnlyDictionary<string, object> PeerParameters(ParityTask task)
    {
        var options = Options(task);
        return new Dictionary<string, object>
        {
            ["n_estimators"] = options.Trees,
            ["max_depth"] = options.MaxDepth,
            ["min_samples_split"] = options.MinSamplesSplit,
            ["min_samples_leaf"] = options.MinSamplesLeaf,
            ["max_features"] = "sqrt",
        };
    }

    public double[] Predict(ParityTask task, BinnedMatrix x, TrainingView view, int[] rows, ulong seed, int threads)
    {
        var forest = new ForestLearner(Options(task), StreamKey.FromSeed(seed)).Learn(x, view, threads, CancellationToken.None);
        var output = new double[rows.Length * (task == ParityTask.Classes ? forest.ClassCount : 1)];
        if (task == ParityTask.Classes)
        {
            forest.PredictClasses(x, rows, output);
        }
        else
        {
            forest.Predict(x, rows, output);
        }

        return output;
    }

    private static ForestOptions Options(ParityTask task) => task == ParityTask.Value
        ? new() { Task = ForestTask.Regression, Trees = 100, MaxDepth = 15, MinSamplesSplit = 30, MinSamplesLeaf = 15 }
        : new() { Trees = 100, MaxDepth = 10, MinSamplesSplit = 20, MinSamplesLeaf = 10 };
}
