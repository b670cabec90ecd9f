using Ratchet.Learning.Linear;

namespace Ratchet.Learning.Calibration;

/// <summary>
/// Platt scaling: a logistic curve of the score, fitted by Newton's method to smoothed targets (N₁ + 1)/(N₁ + 2) and 1/(N₀ + 2), so that
/// it stays finite for separated classes, and for one class gives a flat curve. Source: Platt (1999); Lin, Lin, Weng (2007).
/// </summary>
public static class PlattCalibrator
{
    /// <summary>Fits the curve. With weights N₀ and N₁ are the classes' total weights. Cost O(n) per step, some six steps.</summary>
    /// <param name="scores">n finite scores, n at least 1, best from rows that the model has not seen.</param>
    /// <param name="labels">n labels, 0 or 1.</param>
    /// <param name="weights">n weights of 0 or more, not all 0; empty for ones.</param>
    /// <exception cref="ArgumentException">A shape is wrong or a number is outside its range.</exception>
    public static PlattCalibration Fit(ReadOnlySpan<double> scores, ReadOnlySpan<double> labels, ReadOnlySpan<double> weights)
    {
        var counted = CalibrationSample.Require(scores, labels, weights);
        var positive = 0.0;
        var negative = 0.0;
        for (var i = 0; i < labels.Length; i++)
        {
            switch (labels[i])
            {
                case 1:
                    positive += counted[i];
                    break;
                case 0:
                    negative += counted[i];
                    break;
                default:
                    throw new ArgumentException($"labels holds {labels[i]} in row {i}; a label is 0 or 1.", nameof(labels));
            }
        }

        var targets = new double[labels.Length];
        for (var i = 0; i < targets.Length; i++)
        {
            targets[i] = labels[i] == 1 ? (positive + 1) / (positive + 2) : 1 / (negative + 2);
        }

        var options = new LogisticOptions { L2 = 0, MaxIterations = 200 };
        var model = LogisticRegression.Fit(scores, 1, targets, counted, options);
        return new PlattCalibration(-model.Weights[0], -model.Intercept);
    }
}
