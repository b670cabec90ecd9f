using Ratchet.Numerics.Randomness;
using Ratchet.Numerics.Scores;

namespace Ratchet.Numerics.Tests.Scores;

public class ClassificationScoresTests
{
    private static readonly double[] P = [0.9, 0.8, 0.5, 0.4, 0.1];
    private static readonly double[] Y = [1, 0, 1, 1, 0];

    [Fact]
    public void Scores_FiveRows_EqualHandCalculation()
    {
        // At 0.5 predicted 1 1 1 0 0 against 1 0 1 1 0: TP 2, FP 1, FN 1, TN 1.
        Assert.Equal(new ConfusionCounts(2, 1, 1, 1), ClassificationScores.Confusion(P, Y));
        Assert.Equal(0.6, ClassificationScores.Accuracy(P, Y), 1e-15);
        Assert.Equal(2.0 / 3, ClassificationScores.Precision(P, Y), 1e-15);
        Assert.Equal(2.0 / 3, ClassificationScores.Recall(P, Y), 1e-15);
        Assert.Equal(2.0 / 3, ClassificationScores.F1(P, Y), 1e-15);
        Assert.Equal(new ThresholdPrecision(0.5, 0.4, 2), ClassificationScores.PrecisionAtThreshold(P, Y, 0.8));

        // Of six pairs (1, 0) four are in order: 0.9 over both, 0.5 and 0.4 over 0.1.
        Assert.Equal(4.0 / 6, ClassificationScores.Auc(P, Y), 1e-15);

        // Hits at ranks 1, 3, 4.
        Assert.Equal((1 + (2.0 / 3) + 0.75) / 3, ClassificationScores.AveragePrecision(P, Y), 1e-15);
        Assert.Equal((0.01 + 0.64 + 0.25 + 0.36 + 0.01) / 5, ClassificationScores.Brier(P, Y), 1e-15);
        var losses = Math.Log(0.9) + Math.Log(0.2) + Math.Log(0.5) + Math.Log(0.4) + Math.Log(0.9);
        Assert.Equal(-losses / 5, ClassificationScores.LogLoss(P, Y), 1e-14);
    }

    [Fact]
    public void Auc_AllTied_IsHalf() => Assert.Equal(0.5, ClassificationScores.Auc([1, 1, 1], [0, 1, 1]));

    [Fact]
    public void Auc_AnyData_EqualsCountingPairs()
    {
        for (var seed = 0UL; seed < 20; seed++)
        {
            var random = StreamKey.FromSeed(seed).Open();
            var p = new double[40];
            var y = new double[40];
            for (var i = 0; i < 40; i++)
            {
                p[i] = random.NextInt(8);
                y[i] = i < 2 ? i : random.NextInt(2);
            }

            double wins = 0, pairs = 0;
            for (var i = 0; i < 40; i++)
            {
                for (var j = 0; j < 40; j++)
                {
                    if (y[i] == 1 && y[j] == 0)
                    {
                        pairs++;
                        wins += p[i] > p[j] ? 1 : p[i] == p[j] ? 0.5 : 0;
                    }
                }
            }

            Assert.Equal(wins / pairs, ClassificationScores.Auc(p, y), 1e-13);
            var flipped = y.Select(v => 1 - v).ToArray();
            Assert.Equal(1 - (wins / pairs), ClassificationScores.Auc(p, flipped), 1e-13);
        }
    }

    [Fact]
    public void Scores_OneClass_AreDefinedAsDocumented()
    {
        Assert.True(double.IsNaN(ClassificationScores.Auc([0.1, 0.9], [1, 1])));
        Assert.True(double.IsNaN(ClassificationScores.KolmogorovSmirnov([0.1, 0.9], [0, 0])));
        Assert.True(double.IsNaN(ClassificationScores.AveragePrecision([0.1, 0.9], [0, 0])));
        Assert.True(double.IsNaN(ClassificationScores.Recall([0.1, 0.9], [0, 0])));
        Assert.True(double.IsNaN(ClassificationScores.F1([0.1, 0.2], [0, 0])));
        Assert.Equal(1, ClassificationScores.AveragePrecision([0.1, 0.9], [1, 1]));
        Assert.Equal(1, ClassificationScores.Accuracy([0.1, 0.2], [0, 0]));
    }

    [Fact]
    public void Scores_NoPositivePrediction_AreDefinedAsDocumented()
    {
        Assert.True(double.IsNaN(ClassificationScores.Precision([0.1, 0.2], [0, 1])));
        Assert.Equal(0, ClassificationScores.F1([0.1, 0.2], [0, 1]));
        var none = ClassificationScores.PrecisionAtThreshold([0.1, 0.2], [0, 1], 0.8);
        Assert.True(double.IsNaN(none.Precision));
        Assert.Equal(0, none.Coverage);
        Assert.Equal(0, none.Count);
    }

    [Fact]
    public void Scores_EmptyOrNaN_AreNaN()
    {
        foreach (var (p, y) in new (double[], double[])[] { ([], []), ([0.1, double.NaN], [0, 1]), ([0.1, 0.9], [0, double.NaN]) })
        {
            double[] scores =
            [
                ClassificationScores.Accuracy(p, y),
                ClassificationScores.Precision(p, y),
                ClassificationScores.Recall(p, y),
                ClassificationScores.F1(p, y),
                ClassificationScores.PrecisionAtThreshold(p, y, 0.5).Coverage,
                ClassificationScores.Auc(p, y),
                ClassificationScores.AveragePrecision(p, y),
                ClassificationScores.KolmogorovSmirnov(p, y),
                ClassificationScores.Brier(p, y),
                ClassificationScores.LogLoss(p, y),
                ClassificationScores.ExpectedCalibrationError(p, y),
            ];
            Assert.All(scores, s => Assert.True(double.IsNaN(s)));
        }
    }

    [Fact]
    public void LogLoss_CertainAndWrong_IsClipped()
    {
        Assert.Equal(-Math.Log(1e-6), ClassificationScores.LogLoss([0], [1], 1e-6), 1e-9);
        Assert.Throws<ArgumentOutOfRangeException>(() => ClassificationScores.LogLoss([0], [1], 0));
    }

    [Fact]
    public void Scores_WrongInputs_Throw()
    {
        Assert.Throws<ArgumentException>(() => ClassificationScores.Auc([1, 2], [1]));
        Assert.Throws<ArgumentException>(() => ClassificationScores.Auc([1, 2], [1, 2]));
        Assert.Throws<ArgumentException>(() => ClassificationScores.Brier([1, 2], [1, 0], [1.0]));
        Assert.Throws<ArgumentException>(() => ReliabilityDiagram.EqualWidth([1.2], [1]));
        Assert.Throws<ArgumentOutOfRangeException>(() => ReliabilityDiagram.EqualWidth([1], [1], 0));
    }

    [Fact]
    public void Reliability_EdgesAndEmptyBins_FollowTheRule()
    {
        var bins = ReliabilityDiagram.EqualWidth([0, 0.5, 0.5, 1], [0, 1, 0, 1], 4).Bins;
        Assert.Equal([1, 0, 2, 1], bins.Select(b => b.Count));
        Assert.True(double.IsNaN(bins[1].MeanPredicted) && double.IsNaN(bins[1].ObservedShare));
        Assert.Equal(new ReliabilityBin(0.5, 0.75, 0.5, 0.5, 2), bins[2]);
        Assert.Empty(ReliabilityDiagram.EqualCount([], []).Bins);
        Assert.Equal(4, ReliabilityDiagram.EqualCount([0.3, 0.3, 0.3, 0.3], [0, 1, 0, 1], 3).Bins.Sum(b => b.Count));
    }
}
