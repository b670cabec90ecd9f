using Ratchet.Learning.Learners;

namespace Ratchet.Learning.Calibration;

/// <summary>A binary classifier whose probabilities go through a calibration curve. Immutable.</summary>
/// <param name="inner">The classifier; gives one number a row.</param>
/// <param name="calibration">The curve.</param>
public sealed class CalibratedPredictor(IPredictor inner, ICalibration calibration) : IPredictor
{
    /// <summary>The classifier before the curve.</summary>
    public IPredictor Inner => inner;

    /// <summary>The curve.</summary>
    public ICalibration Calibration => calibration;

    /// <inheritdoc/>
    public int OutputCount => 1;

    /// <inheritdoc/>
    public void Predict(LearningData data, ReadOnlySpan<int> rows, Span<double> output)
    {
        inner.Predict(data, rows, output);
        foreach (ref var score in output)
        {
            score = calibration.Apply(score);
        }
    }
}
