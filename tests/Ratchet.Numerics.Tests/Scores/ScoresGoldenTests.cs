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
    public void EveryExpectedNumber_IsCompared(string name)
    {
        var (input, element) = Read($"golden/{name}.json");
        var expected = new ExpectedScores(element);

        CompareClassification(input, expected);
        CompareClassesAndClusters(input, expected);

        Assert.Empty(expected.Unread);
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

    private static void CompareClassification(JsonElement input, ExpectedScores expected)
    {
        var y = Flat(input.GetProperty("y"));
        var p = Flat(input.GetProperty("p"));
        var w = Flat(input.GetProperty("weights"));

        expected.Near("roc_auc", ClassificationScores.Auc(p, y));
        expected.Near("roc_auc_weighted", ClassificationScores.Auc(p, y, w));
        expected.Near("average_precision", ClassificationScores.AveragePrecision(p, y));
        expected.Near("brier", ClassificationScores.Brier(p, y));
        expected.Near("brier_weighted", ClassificationScores.Brier(p, y, w));
        expected.Near("log_loss", ClassificationScores.LogLoss(p, y));
        expected.Near("log_loss_weighted", ClassificationScores.LogLoss(p, y, weights: w));
        expected.Near("ks", ClassificationScores.KolmogorovSmirnov(p, y));
        expected.Near("ece10", ClassificationScores.ExpectedCalibrationError(p, y));
        var confident = ClassificationScores.PrecisionAtThreshold(p, y, 0.8);
        expected.Near("n_predicted_positive", confident.Count);
        expected.Near("precision_at_threshold", confident.Precision);
        Assert.Equal((double)confident.Count / y.Length, confident.Coverage);
        expected.Near("recall_at_threshold", ClassificationScores.Recall(p, y, 0.8));
        expected.Near("f1_at_threshold", ClassificationScores.F1(p, y, 0.8));
        expected.Near("accuracy_at_0.5", ClassificationScores.Accuracy(p, y));
        var counts = ClassificationScores.Confusion(p, y)!.Value;
        expected.Near("balanced_accuracy_at_0.5", counts.BalancedAccuracy);
        expected.Near("mcc_at_0.5", counts.MatthewsCorrelation);
        expected.NearAll("confusion_at_0.5[0]", [counts.TrueNegative, counts.FalsePositive]);
        expected.NearAll("confusion_at_0.5[1]", [counts.FalseNegative, counts.TruePositive]);
    }

    private static void CompareClassesAndClusters(JsonElement input, ExpectedScores expected)
    {
        var y = Flat(input.GetProperty("y"));
        var p = Flat(input.GetProperty("p"));
        var x = Flat(input.GetProperty("X"));
        var first = x.Where((_, i) => i % 5 == 0).ToArray();
        int[] classes = [.. Flat(input.GetProperty("cls")).Select(v => (int)v)];
        var p3 = Flat(input.GetProperty("P3"));

        expected.Near("roc_auc_ovr_macro_3class", MultiClassScores.MacroAuc(p3, 3, classes));
        expected.Near("silhouette", ClusterScores.Silhouette(x, 5, classes));
        expected.Near("knn_purity", ClusterScores.NeighbourPurity(x, 5, classes));
        expected.NearAll("knn_purity_per_class", [.. ClusterScores.NeighbourPurityByGroup(x, 5, classes).Select(g => g.Purity)]);
        expected.NearAll("silhouette_samples_first10", ClusterScores.SilhouetteSamples(x, 5, classes)[..10]);
        expected.Near("calinski_harabasz", ClusterScores.CalinskiHarabasz(x, 5, classes));
        expected.Near("davies_bouldin", ClusterScores.DaviesBouldin(x, 5, classes));
        expected.Near("log_loss_3class", MultiClassScores.LogLoss(p3, 3, classes));
        expected.Near("pointbiserial_y_X0[0]", ClusterScores.PointBiserial(first, y));
        expected.Near("spearman_p_X0[0]", RegressionScores.RankCorrelation(p, first));
        expected.Near("kendall_p_y[0]", RegressionScores.KendallTau(p, y));
        expected.NearRelative("pointbiserial_y_X0[1]", CorrelationSignificance.OfCorrelation(ClusterScores.PointBiserial(first, y), y.Length));
        expected.NearRelative("spearman_p_X0[1]", CorrelationSignificance.OfCorrelation(RegressionScores.RankCorrelation(p, first), y.Length));
        expected.NearRelative("kendall_p_y[1]", CorrelationSignificance.OfKendall(p, y));
    }

    private static (JsonElement Input, JsonElement Expected) Read(string path)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(SharedFiles.Require(path)));
        var root = document.RootElement.Clone();
        return (root.GetProperty("input"), root.GetProperty("expected"));
    }

    private static double[] Flat(JsonElement element) =>
        element.ValueKind == JsonValueKind.Array ? [.. element.EnumerateArray().SelectMany(Flat)] : [element.GetDouble()];
}
