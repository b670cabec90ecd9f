using System.Text.Json;
using Ratchet.Numerics.Scores;
using Ratchet.Testing;

namespace Ratchet.Numerics.Tests.Scores;

/// <summary>Against scikit-learn 1.2.1 and scipy 1.10.1.</summary>
public class ScoresGoldenTests
{
    [Theory]
    [InlineData("metrics_n300")]
    [InlineData("metrics_n200_ties")]
    public void Classification_EqualsScikitLearn(string name)
    {
        var (input, expected) = Read($"golden/{name}.json");
        var y = Flat(input.GetProperty("y"));
        var p = Flat(input.GetProperty("p"));
        var w = Flat(input.GetProperty("weights"));

        Near(expected, "roc_auc", ClassificationScores.Auc(p, y));
        Near(expected, "roc_auc_weighted", ClassificationScores.Auc(p, y, w));
        Near(expected, "average_precision", ClassificationScores.AveragePrecision(p, y));
        Near(expected, "brier", ClassificationScores.Brier(p, y));
        Near(expected, "brier_weighted", ClassificationScores.Brier(p, y, w));
        Near(expected, "log_loss", ClassificationScores.LogLoss(p, y));
        Near(expected, "log_loss_weighted", ClassificationScores.LogLoss(p, y, weights: w));
        Near(expected, "ks", ClassificationScores.KolmogorovSmirnov(p, y));
        Near(expected, "ece10", ClassificationScores.ExpectedCalibrationError(p, y));
        var confident = ClassificationScores.PrecisionAtThreshold(p, y, 0.8);
        Near(expected, "n_predicted_positive", confident.Count);
        Near(expected, "precision_at_threshold", confident.Precision);
        Assert.Equal((double)confident.Count / y.Length, confident.Coverage);
        Near(expected, "recall_at_threshold", ClassificationScores.Recall(p, y, 0.8));
        Near(expected, "f1_at_threshold", ClassificationScores.F1(p, y, 0.8));
        Near(expected, "accuracy_at_0.5", ClassificationScores.Accuracy(p, y));
        var counts = ClassificationScores.Confusion(p, y)!.Value;
        Near(expected, "balanced_accuracy_at_0.5", counts.BalancedAccuracy);
        Near(expected, "mcc_at_0.5", counts.MatthewsCorrelation);
        double[] matrix = [counts.TrueNegative, counts.FalsePositive, counts.FalseNegative, counts.TruePositive];
        Assert.Equal(Flat(expected.GetProperty("confusion_at_0.5")), matrix);
    }

    [Theory]
    [InlineData("metrics_n300")]
    [InlineData("metrics_n200_ties")]
    public void ClassesAndClusters_EqualScikitLearn(string name)
    {
        var (input, expected) = Read($"golden/{name}.json");
        var y = Flat(input.GetProperty("y"));
        var p = Flat(input.GetProperty("p"));
        var x = Flat(input.GetProperty("X"));
        var first = x.Where((_, i) => i % 5 == 0).ToArray();
        int[] classes = [.. Flat(input.GetProperty("cls")).Select(v => (int)v)];
        var p3 = Flat(input.GetProperty("P3"));
        var each = Enumerable.Range(0, 3).Select(c => ClassificationScores.Auc(
            p3.Where((_, i) => i % 3 == c).ToArray(), classes.Select(k => k == c ? 1.0 : 0).ToArray()));

        Near(expected, "roc_auc_ovr_macro_3class", each.Average());
        Near(expected, "silhouette", ClusterScores.Silhouette(x, 5, classes));
        Near(expected, "knn_purity", ClusterScores.NeighbourPurity(x, 5, classes));
        Assert.Equal(Flat(expected.GetProperty("pointbiserial_y_X0"))[0], ClusterScores.PointBiserial(first, y), 1e-10);
        Assert.Equal(Flat(expected.GetProperty("spearman_p_X0"))[0], RegressionScores.RankCorrelation(p, first), 1e-10);
    }

    [Theory]
    [InlineData("linear_calibration_n80")]
    [InlineData("linear_calibration_n200")]
    public void Reliability_EqualsScikitLearn(string name)
    {
        var (input, expected) = Read($"golden/{name}.json");
        var y = Flat(input.GetProperty("y"));
        var p = Flat(input.GetProperty("pr"));
        foreach (var (group, diagram) in new[]
                 {
                     ("calibration_curve_uniform5", ReliabilityDiagram.EqualWidth(p, y, 5)),
                     ("calibration_curve_quantile5", ReliabilityDiagram.EqualCount(p, y, 5)),
                 })
        {
            var filled = diagram.Bins.Where(b => b.Count > 0).ToArray();
            var shares = Flat(expected.GetProperty(group).GetProperty("prob_true"));
            var means = Flat(expected.GetProperty(group).GetProperty("prob_pred"));
            Assert.Equal(shares.Length, filled.Length);
            for (var b = 0; b < filled.Length; b++)
            {
                Assert.Equal(shares[b], filled[b].ObservedShare, 1e-12);
                Assert.Equal(means[b], filled[b].MeanPredicted, 1e-12);
            }
        }
    }

    private static (JsonElement Input, JsonElement Expected) Read(string path)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(SharedFiles.Require(path)));
        var root = document.RootElement.Clone();
        return (root.GetProperty("input"), root.GetProperty("expected"));
    }

    private static void Near(JsonElement expected, string name, double actual) =>
        Assert.True(Math.Abs(expected.GetProperty(name).GetDouble() - actual) <= 1e-10, $"{name}: expected {expected.GetProperty(name)}, actual {actual:R}");

    private static double[] Flat(JsonElement element) =>
        element.ValueKind == JsonValueKind.Array ? [.. element.EnumerateArray().SelectMany(Flat)] : [element.GetDouble()];
}
