using Ratchet.Numerics.Scores;
using Ratchet.Strategies.Ensemble;

namespace Ratchet.Lifecycle.Training;

/// <summary>How well one model predicts rows that it did not learn from, beside the constant that knows the base rate alone.</summary>
/// <param name="Role">Which model.</param>
/// <param name="Rows">How many rows were scored.</param>
/// <param name="BaseRate">Share of positives, or the mean of the target.</param>
/// <param name="Score">ROC AUC of a classifier, R2 of a regressor; NaN where undefined.</param>
/// <param name="Loss">Log loss (nats) of a classifier, root mean squared error of a regressor.</param>
/// <param name="BaseLoss">The same loss of the constant.</param>
public sealed record ModelSkill(EnsembleRole Role, int Rows, double BaseRate, double Score, double Loss, double BaseLoss)
{
    /// <summary>Share of the constant's loss that the model takes away; below 0 it does harm.</summary>
    public double Skill => BaseLoss > 0 ? 1 - (Loss / BaseLoss) : double.NaN;

    internal static ModelSkill Of(EnsembleRole role, double[] predictions, double[] targets, ReadOnlySpan<int> rows)
    {
        var predicted = new List<double>(rows.Length);
        var actual = new List<double>(rows.Length);
        foreach (var row in rows)
        {
            if (!double.IsNaN(predictions[row]) && !double.IsNaN(targets[row]))
            {
                predicted.Add(predictions[row]);
                actual.Add(targets[row]);
            }
        }

        var p = predicted.ToArray();
        var y = actual.ToArray();
        var mean = Ratchet.Numerics.Reductions.LaneReduction.Mean(y);
        var constant = new double[y.Length];
        Array.Fill(constant, mean);
        return role is EnsembleRole.Entry or EnsembleRole.Exit
            ? new(role, y.Length, mean, ClassificationScores.Auc(p, y), ClassificationScores.LogLoss(p, y), ClassificationScores.LogLoss(constant, y))
            : new(role, y.Length, mean, RegressionScores.R2(p, y), RegressionScores.Rmse(p, y), RegressionScores.Rmse(constant, y));
    }
}
