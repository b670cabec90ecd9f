namespace Ratchet.Features.Statistics;

/// <summary>How far <c>fractional_diff_price</c> differentiates.</summary>
public sealed record FractionalOptions
{
    /// <summary>
    /// The order d, 0.01 to 1; default 0.4. Null: the least of 0.05, 0.10 ... 1 whose fractional difference of the calibration bars passes the augmented
    /// Dickey-Fuller test, 1 where none does.
    /// </summary>
    public double? Order { get; init; } = 0.4;

    /// <summary>The first bars of a series, on which d is chosen where it is not given; the feature begins after them. 1,000 to 100,000; default 2,000.</summary>
    public int CalibrationBars { get; init; } = 2000;

    /// <summary>The level of the test in percent: 1, 5 or 10; default 5.</summary>
    public int SignificancePercent { get; init; } = 5;

    /// <summary>Checks every field.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A field is outside its range; the text names field, value and range.</exception>
    public void Validate()
    {
        if (Order is { } order && !(order >= 0.01 && order <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(Order), order, "Order must lie in [0.01, 1], or be null to be chosen by a test.");
        }

        if (CalibrationBars is < 1000 or > 100_000)
        {
            throw new ArgumentOutOfRangeException(nameof(CalibrationBars), CalibrationBars, "CalibrationBars must lie in [1000, 100000].");
        }

        if (SignificancePercent is not (1 or 5 or 10))
        {
            throw new ArgumentOutOfRangeException(nameof(SignificancePercent), SignificancePercent, "SignificancePercent must be 1, 5 or 10.");
        }
    }
}
