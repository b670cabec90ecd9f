namespace Ratchet.Learning.Calibration;

/// <summary>Turns a model's score into a probability. Never falls where the score rises, unless the scores were worse than chance (Platt).</summary>
public interface ICalibration
{
    /// <summary>The probability of class 1 given a score; NaN for NaN.</summary>
    /// <param name="score">Any score of the kind that the calibration was fitted on.</param>
    double Apply(double score);
}
