using System.Globalization;
using Ratchet.Numerics.Scores;

namespace Ratchet.Numerics.Tests.Scores;

/// <summary>Holds the table of docs/metrics.md: every metric in every degenerate situation.</summary>
public class DegenerateMetricsTests
{
    private static readonly string[] Situations = ["Labels all 0", "Labels all 1", "Nothing predicted 1", "A NaN", "No rows", "Constant", "Weights all 0"];

    private static readonly Dictionary<string, Func<Rows, double>> Metrics = new()
    {
        ["Accuracy"] = r => ClassificationScores.Accuracy(r.P, r.Y),
        ["Precision"] = r => ClassificationScores.Precision(r.P, r.Y),
        ["Recall"] = r => ClassificationScores.Recall(r.P, r.Y),
        ["F1"] = r => ClassificationScores.F1(r.P, r.Y),
        ["Balanced accuracy"] = r => ClassificationScores.Confusion(r.P, r.Y)?.BalancedAccuracy ?? double.NaN,
        ["Matthews correlation"] = r => ClassificationScores.Confusion(r.P, r.Y)?.MatthewsCorrelation ?? double.NaN,
        ["Precision at 80 %"] = r => ClassificationScores.PrecisionAtThreshold(r.P, r.Y, 0.8).Precision,
        ["Coverage at 80 %"] = r => ClassificationScores.PrecisionAtThreshold(r.P, r.Y, 0.8).Coverage,
        ["Precision at 90 %"] = r => ClassificationScores.PrecisionAtThreshold(r.P, r.Y, 0.9).Precision,
        ["Coverage at 90 %"] = r => ClassificationScores.PrecisionAtThreshold(r.P, r.Y, 0.9).Coverage,
        ["ROC AUC"] = r => ClassificationScores.Auc(r.P, r.Y, r.W),
        ["PR AUC"] = r => ClassificationScores.AveragePrecision(r.P, r.Y),
        ["Brier"] = r => ClassificationScores.Brier(r.P, r.Y, r.W),
        ["Log loss"] = r => ClassificationScores.LogLoss(r.P, r.Y, weights: r.W),
        ["Calibration error"] = r => ClassificationScores.ExpectedCalibrationError(r.P, r.Y),
        ["Kolmogorov-Smirnov"] = r => ClassificationScores.KolmogorovSmirnov(r.P, r.Y),
        ["Multi-class accuracy"] = r => MultiClassScores.Accuracy(r.P3, 3, r.Classes),
        ["Multi-class precision at 80 %"] = r => MultiClassScores.PrecisionAtThreshold(r.P3, 3, r.Classes, 0.8).Precision,
        ["Macro F1"] = r => MultiClassScores.MacroF1(r.P3, 3, r.Classes),
        ["Macro ROC AUC"] = r => MultiClassScores.MacroAuc(r.P3, 3, r.Classes),
        ["Multi-class Brier"] = r => MultiClassScores.Brier(r.P3, 3, r.Classes),
        ["Multi-class log loss"] = r => MultiClassScores.LogLoss(r.P3, 3, r.Classes, weights: r.W),
        ["Multi-class calibration error"] = r => MultiClassScores.ExpectedCalibrationError(r.P3, 3, r.Classes),
        ["R2"] = r => RegressionScores.R2(r.P, r.Y),
        ["RMSE"] = r => RegressionScores.Rmse(r.P, r.Y),
        ["MAE"] = r => RegressionScores.Mae(r.P, r.Y),
        ["Correlation"] = r => RegressionScores.Correlation(r.P, r.Y),
        ["Rank correlation"] = r => RegressionScores.RankCorrelation(r.P, r.Y),
        ["Kendall's tau-b"] = r => RegressionScores.KendallTau(r.P, r.Y),
        ["p-value of a correlation"] = r => CorrelationSignificance.OfCorrelation(RegressionScores.Correlation(r.P, r.Y), r.Y.Length),
        ["p-value of Kendall's tau-b"] = r => CorrelationSignificance.OfKendall(r.P, r.Y),
        ["Silhouette"] = r => ClusterScores.Silhouette(r.X, 1, r.Groups),
        ["Neighbour purity"] = r => ClusterScores.NeighbourPurity(r.X, 1, r.Groups, 1),
        ["Point-biserial correlation"] = r => ClusterScores.PointBiserial(r.X, r.Y),
        ["Within-class variance"] = r => ClusterScores.WithinClassVariance(r.X, 1, r.Groups),
        ["Calinski-Harabasz"] = r => ClusterScores.CalinskiHarabasz(r.X, 1, r.Groups),
        ["Davies-Bouldin"] = r => ClusterScores.DaviesBouldin(r.X, 1, r.Groups),
    };

    public static TheoryData<string, string> Cells
    {
        get
        {
            var cells = new TheoryData<string, string>();
            foreach (var metric in Metrics.Keys)
            {
                foreach (var situation in Situations)
                {
                    cells.Add(metric, situation);
                }
            }

            return cells;
        }
    }

    [Theory]
    [MemberData(nameof(Cells))]
    public void Metric_InADegenerateSituation_GivesWhatTheDocumentStates(string metric, string situation)
    {
        var stated = Document()[metric][Array.IndexOf(Situations, situation)];
        var rows = Make(situation);
        if (stated == "-")
        {
            // Does not apply: the metric takes no weights, or has no predictions of 1.
            return;
        }

        var actual = Metrics[metric](rows);
        switch (stated)
        {
            case "NaN":
                Assert.Equal(double.NaN, actual);
                break;
            case "number":
                Assert.True(double.IsFinite(actual), $"{metric}, {situation}: {actual}");
                break;
            default:
                Assert.Equal(double.Parse(stated, CultureInfo.InvariantCulture), actual, 1e-12);
                break;
        }
    }

    [Fact]
    public void Document_AndCode_NameTheSameMetrics() =>
        Assert.Equal(Metrics.Keys.Order(StringComparer.Ordinal), Document().Keys.Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(MetricNames))]
    public void Metric_OnOrdinaryRows_IsFinite(string metric) => Assert.True(double.IsFinite(Metrics[metric](Make(""))), metric);

    public static TheoryData<string> MetricNames => [.. Metrics.Keys];

    private static Rows Make(string situation)
    {
        var rows = new Rows(
            [0.2, 0.6, 0.7, 0.9], [0, 1, 0, 1], [1, 2, 5, 6], [0, 0, 1, 1], [0.9, 0.1, 0, 0.2, 0.5, 0.3, 0.1, 0.2, 0.7, 0.1, 0.8, 0.1], [0, 1, 2, 0], []);
        return situation switch
        {
            "Labels all 0" => rows with { Y = new double[4], Groups = new int[4], Classes = new int[4] },
            "Labels all 1" => rows with { Y = [1, 1, 1, 1], Groups = [1, 1, 1, 1], Classes = [1, 1, 1, 1] },
            "Nothing predicted 1" => rows with { P = [0.1, 0.2, 0.3, 0.4], P3 = [0.6, 0.3, 0.1, 0.6, 0.2, 0.2, 0.6, 0.3, 0.1, 0.6, 0.1, 0.3] },
            "A NaN" => rows with { P = [0.2, double.NaN, 0.7, 0.9], X = [1, double.NaN, 5, 6], P3 = [0.9, 0.1, 0, double.NaN, 0.5, 0.3, 0.1, 0.2, 0.7, 0.1, 0.8, 0.1] },
            "No rows" => new([], [], [], [], [], [], []),
            "Constant" => rows with { P = [0.7, 0.7, 0.7, 0.7], X = [3, 3, 3, 3], P3 = [0.25, 0.5, 0.25, 0.25, 0.5, 0.25, 0.25, 0.5, 0.25, 0.25, 0.5, 0.25] },
            "Weights all 0" => rows with { W = new double[4] },
            _ => rows,
        };
    }

    private static Dictionary<string, string[]> Document()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "docs", "metrics.md")))
        {
            folder = folder.Parent;
        }

        Assert.NotNull(folder);
        var table = File.ReadLines(Path.Combine(folder.FullName, "docs", "metrics.md"))
            .Where(l => l.StartsWith('|'))
            .Select(l => l.Trim('|').Split('|').Select(c => c.Trim()).ToArray())
            .ToArray();
        Assert.Equal(Situations, table[0][2..]);
        return table[2..].ToDictionary(c => c[0], c => c[2..]);
    }

    private sealed record Rows(double[] P, double[] Y, double[] X, int[] Groups, double[] P3, int[] Classes, double[] W);
}
