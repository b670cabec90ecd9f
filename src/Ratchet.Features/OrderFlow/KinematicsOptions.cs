namespace Ratchet.Features.OrderFlow;

/// <summary>Options of <see cref="KinematicsStream"/>.</summary>
public sealed record KinematicsOptions
{
    /// <summary>Horizons in minutes, rising, each 0.05 to 240. Default 1, 3, 5, 10.</summary>
    public IReadOnlyList<double> HorizonMinutes { get; init; } = [1, 3, 5, 10];

    /// <summary>How old the price of a sampled moment may be, in seconds, 0.001 to 86400. Default 300:
    /// a price from before a longer silence is not used.</summary>
    public double MaxAgeSeconds { get; init; } = 300;

    /// <summary>Checks the options.</summary>
    /// <exception cref="ArgumentException">Horizons are missing or do not rise.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A field is outside its range.</exception>
    public void Validate()
    {
        _ = EventTime.Windows([.. HorizonMinutes.Select(m => m * 60)], nameof(HorizonMinutes));
        foreach (var minutes in HorizonMinutes)
        {
            if (minutes is < 0.05 or > 240)
            {
                throw new ArgumentOutOfRangeException(nameof(HorizonMinutes), minutes, "HorizonMinutes must be 0.05 to 240.");
            }
        }

        _ = EventTime.Length(MaxAgeSeconds, nameof(MaxAgeSeconds));
    }
}
