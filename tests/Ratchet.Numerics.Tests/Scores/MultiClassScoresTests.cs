using Ratchet.Numerics.Scores;

namespace Ratchet.Numerics.Tests.Scores;

public class MultiClassScoresTests
{
    private static readonly double[] P = [0.9, 0.1, 0, 0.2, 0.5, 0.3, 0.1, 0.2, 0.7, 0.1, 0.8, 0.1];
    private static readonly int[] Labels = [0, 1, 2, 0];

    [Fact]
    public void Scores_FourRows_EqualHandCalculation()
    {
        // Predicted 0 1 2 1: class 0 has TP 1, FN 1; class 1 TP 1, FP 1; class 2 TP 1.
        Assert.Equal(0.75, MultiClassScores.Accuracy(P, 3, Labels));
        Assert.Equal(((2.0 / 3) + (2.0 / 3) + 1) / 3, MultiClassScores.MacroF1(P, 3, Labels), 1e-15);
        Assert.Equal((0.02 + (0.04 + 0.25 + 0.09) + (0.01 + 0.04 + 0.09) + (0.81 + 0.64 + 0.01)) / 4, MultiClassScores.Brier(P, 3, Labels), 1e-15);

        // Class 0: 0.9 and 0.1 against 0.2, 0.1: wins 2 + 0.5 of 4. Class 1: 0.5 beats 0.1, 0.2. not 0.8. Class 2: beats all.
        Assert.Equal(((2.5 / 4) + (2.0 / 3) + 1) / 3, MultiClassScores.MacroAuc(P, 3, Labels), 1e-15);
        Assert.Equal(new ThresholdPrecision(0.5, 0.5, 2), MultiClassScores.PrecisionAtThreshold(P, 3, Labels, 0.8));

        // Confidences 0.9 right, 0.5 right, 0.7 right, 0.8 wrong, each in a bin of its own.
        Assert.Equal((0.1 + 0.5 + 0.3 + 0.8) / 4, MultiClassScores.ExpectedCalibrationError(P, 3, Labels), 1e-15);
    }

    [Fact]
    public void Scores_TwoClasses_EqualTheBinaryOnes()
    {
        double[] p = [0.2, 0.6, 0.7, 0.9];
        double[] rows = [0.8, 0.2, 0.4, 0.6, 0.3, 0.7, 0.1, 0.9];
        Assert.Equal(ClassificationScores.Accuracy(p, [0, 1, 0, 1]), MultiClassScores.Accuracy(rows, 2, [0, 1, 0, 1]));
        Assert.Equal(2 * ClassificationScores.Brier(p, [0, 1, 0, 1]), MultiClassScores.Brier(rows, 2, [0, 1, 0, 1]), 1e-15);
        Assert.Equal(ClassificationScores.Auc(p, [0, 1, 0, 1]), MultiClassScores.MacroAuc(rows, 2, [0, 1, 0, 1]), 1e-15);
    }

    [Fact]
    public void Scores_WrongInputs_Throw()
    {
        Assert.Throws<ArgumentException>(() => MultiClassScores.Accuracy([0.5, 0.5], 2, [2]));
        Assert.Throws<ArgumentException>(() => MultiClassScores.MacroF1([0.5, 0.6], 2, [0]));
        Assert.Throws<ArgumentException>(() => MultiClassScores.MacroAuc([0.5, 0.5, 0], 2, [0]));
        Assert.Throws<ArgumentOutOfRangeException>(() => MultiClassScores.Brier([1], 1, [0]));
    }

    [Fact]
    public void Weights_NegativeOrNaN_Throw()
    {
        Assert.Throws<ArgumentException>(() => ClassificationScores.Brier([0.5], [1], [-1]));
        Assert.Throws<ArgumentException>(() => ClassificationScores.Auc([0.5], [1], [double.NaN]));
        Assert.Throws<ArgumentException>(() => MultiClassScores.LogLoss([0.5, 0.5], 2, [1], weights: [double.PositiveInfinity]));
    }
}
