namespace Ratchet.Learning.Calibration;

/// <summary>How a classifier is calibrated.</summary>
public sealed record CalibratedLearnerOptions
{
    /// <summary>The curve. Default Platt's.</summary>
    public CalibrationMethod Method { get; init; } = CalibrationMethod.Platt;

    /// <summary>In how many contiguous parts of the view's rows the scores for the curve are made, 2 to 100. Default 5.</summary>
    public int Folds { get; init; } = 5;

    /// <summary>
    /// How many of the view's rows on either side of a part the model that scores it does not see, 0 or more. Labels that look h rows ahead need at least h.
    /// Default 0.
    /// </summary>
    public int Gap { get; init; }

    /// <summary>Checks every field.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A field is outside its range; the message names it, its value and the range.</exception>
    public void Validate()
    {
        if (!Enum.IsDefined(Method))
        {
            throw new ArgumentOutOfRangeException(nameof(Method), Method, $"Method is {Method}; it must be one of its named values.");
        }

        if (Folds is < 2 or > 100)
        {
            throw new ArgumentOutOfRangeException(nameof(Folds), Folds, $"Folds is {Folds}; it must be 2 to 100.");
        }

        if (Gap < 0)
        {
            throw new ArgumentOutOfRangeException(nameof(Gap), Gap, $"Gap is {Gap}; it must be 0 or more.");
        }
    }
}
