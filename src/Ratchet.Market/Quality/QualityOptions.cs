namespace Ratchet.Market.Quality;

/// <summary>Thresholds of the quality check.</summary>
public sealed record QualityOptions
{
    /// <summary>Below this share of good bars an import is refused; 0 to 1. Default 0.995.</summary>
    public double MinimumQuality { get; init; } = 0.995;

    /// <summary>Bars with unchanged prices from which a run is stale; at least 2. Default 12.</summary>
    public int StaleRun { get; init; } = 12;

    /// <summary>Returns before a bar that its outlier test looks at; 20 to 10,000. Default 200.</summary>
    public int OutlierWindow { get; init; } = 200;

    /// <summary>Distance from the trailing median, in standard deviations estimated as 1.4826 MAD, above which a return is an outlier; at least 3. Default 15.</summary>
    public double OutlierThreshold { get; init; } = 15;

    /// <summary>Checks every value.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A value is out of its range.</exception>
    public void Validate()
    {
        Check(nameof(MinimumQuality), MinimumQuality, 0, 1);
        Check(nameof(StaleRun), StaleRun, 2, int.MaxValue);
        Check(nameof(OutlierWindow), OutlierWindow, 20, 10_000);
        Check(nameof(OutlierThreshold), OutlierThreshold, 3, double.MaxValue);
    }

    private static void Check(string name, double value, double from, double to)
    {
        if (!(value >= from && value <= to))
        {
            throw new ArgumentOutOfRangeException(name, value, $"{name} is {value}; it must lie between {from} and {to}.");
        }
    }
}
