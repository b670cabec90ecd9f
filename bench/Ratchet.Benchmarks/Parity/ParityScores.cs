using Ratchet.Numerics.Scores;

namespace Ratchet.Benchmarks.Parity;

/// <summary>The scores that models are compared by.</summary>
internal static class ParityScores
{
    /// <summary>Which scores a task has, and whether more is better.</summary>
    public static IReadOnlyList<(string Name, bool HigherIsBetter)> Of(ParityTask task) => task switch
    {
        ParityTask.Binary => [("auc", true), ("brier", false)],
        ParityTask.Value => [("r2", true)],
        _ => [("log_loss", false), ("accuracy", true)],
    };

    /// <summary>Scores predictions: one number a row, or one probability a class and row.</summary>
    public static IReadOnlyDictionary<string, double> Compute(ParityTask task, double[] predictions, double[] truth)
    {
        switch (task)
        {
            case ParityTask.Binary:
                return new Dictionary<string, double> { ["auc"] = ClassificationScores.Auc(predictions, truth), ["brier"] = ClassificationScores.Brier(predictions, truth) };
            case ParityTask.Value:
                return new Dictionary<string, double> { ["r2"] = RegressionScores.R2(predictions, truth) };
            default:
                var classes = predictions.Length / truth.Length;
                var labels = Array.ConvertAll(truth, t => (int)t);
                var right = labels.Where((label, i) => predictions.AsSpan(i * classes, classes).IndexOf(predictions.AsSpan(i * classes, classes).ToArray().Max()) == label).Count();
                return new Dictionary<string, double> { ["log_loss"] = MultiClassScores.LogLoss(predictions, classes, labels), ["accuracy"] = (double)right / labels.Length };
        }
    }
}
