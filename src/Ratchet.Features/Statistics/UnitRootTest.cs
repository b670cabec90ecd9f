namespace Ratchet.Features.Statistics;

/// <summary>The result of an augmented Dickey-Fuller test with a constant.</summary>
/// <param name="Statistic">The t value of the lagged level: the lower, the less a unit root is believed. NaN where the series does not move.</param>
/// <param name="Lags">Lagged changes in the regression.</param>
/// <param name="Observations">Rows of the regression.</param>
public readonly record struct UnitRootTest(double Statistic, int Lags, int Observations)
{
    /// <summary>
    /// The critical value b0 + b1 / T + b2 / T^2 + b3 / T^3 at T observations, for one series and a constant. Source: MacKinnon (2010), table 2.
    /// </summary>
    /// <param name="percent">The level: 1, 5 or 10.</param>
    public double Critical(int percent)
    {
        var (b0, b1, b2, b3) = percent switch
        {
            1 => (-3.43035, -6.5393, -16.786, -79.433),
            5 => (-2.86154, -2.8903, -4.234, -40.040),
            10 => (-2.56677, -1.5384, -2.809, 0.0),
            _ => throw new ArgumentOutOfRangeException(nameof(percent), percent, "The level must be 1, 5 or 10 percent."),
        };
        var x = 1.0 / Observations;
        return b0 + (x * (b1 + (x * (b2 + (x * b3)))));
    }

    /// <summary>Whether a unit root is rejected, so that the series may be taken as stationary; false where the statistic is NaN.</summary>
    /// <param name="percent">The level: 1, 5 or 10.</param>
    public bool Rejects(int percent) => Statistic < Critical(percent);
}
