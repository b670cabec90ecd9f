namespace Ratchet.Numerics.Scores;

/// <summary>How often two classes were taken for each other. Every score is NaN where its denominator is 0.</summary>
/// <param name="TruePositive">Label 1, predicted 1.</param>
/// <param name="FalsePositive">Label 0, predicted 1.</param>
/// <param name="TrueNegative">Label 0, predicted 0.</param>
/// <param name="FalseNegative">Label 1, predicted 0.</param>
public readonly record struct ConfusionCounts(int TruePositive, int FalsePositive, int TrueNegative, int FalseNegative)
{
    /// <summary>All rows.</summary>
    public int Count => TruePositive + FalsePositive + TrueNegative + FalseNegative;

    /// <summary>Rows predicted 1.</summary>
    public int PredictedPositive => TruePositive + FalsePositive;

    /// <summary>The share of right predictions; NaN for no rows.</summary>
    public double Accuracy => Ratio(TruePositive + TrueNegative, Count);

    /// <summary>The share of 1 among the rows predicted 1; NaN without such a prediction.</summary>
    public double Precision => Ratio(TruePositive, PredictedPositive);

    /// <summary>The share of the rows with label 1 that were predicted 1; NaN without such a label.</summary>
    public double Recall => Ratio(TruePositive, TruePositive + FalseNegative);

    /// <summary>2 TP / (2 TP + FP + FN), the harmonic mean of precision and recall; NaN where there is neither a label nor a prediction of 1.</summary>
    public double F1 => Ratio(2.0 * TruePositive, (2.0 * TruePositive) + FalsePositive + FalseNegative);

    /// <summary>The mean of both classes' recalls; NaN when a class is missing.</summary>
    public double BalancedAccuracy => 0.5 * (Recall + Ratio(TrueNegative, TrueNegative + FalsePositive));

    /// <summary>The correlation of label and prediction (Matthews, 1975); NaN when either is constant.</summary>
    public double MatthewsCorrelation
    {
        get
        {
            double tp = TruePositive;
            double fp = FalsePositive;
            double tn = TrueNegative;
            double fn = FalseNegative;
            return Ratio((tp * tn) - (fp * fn), Math.Sqrt((tp + fp) * (tp + fn) * (tn + fp) * (tn + fn)));
        }
    }

    private static double Ratio(double numerator, double denominator) => denominator == 0 ? double.NaN : numerator / denominator;
}
