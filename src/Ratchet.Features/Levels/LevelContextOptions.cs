namespace Ratchet.Features.Levels;

/// <summary>Options of <see cref="LevelContextStream"/>.</summary>
public sealed record LevelContextOptions
{
    /// <summary>Price within this distance of the level touches it, greater than 0. Default 2.</summary>
    public double TouchBand { get; init; } = 2;

    /// <summary>A bar wholly outside this distance ends a touch, at least TouchBand. Default 5.</summary>
    public double MonitorBand { get; init; } = 5;

    /// <summary>Bars of the average true range, 1 to 1000. Default 14.</summary>
    public int AtrPeriod { get; init; } = 14;

    /// <summary>Log returns of the volatility, 2 to 10000. Default 60.</summary>
    public int VolatilityPeriod { get; init; } = 60;

    /// <summary>Checks the options.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A field is outside its range.</exception>
    public void Validate()
    {
        if (!(TouchBand > 0 && double.IsFinite(TouchBand)))
        {
            throw new ArgumentOutOfRangeException(nameof(TouchBand), TouchBand, "TouchBand must be greater than 0 and finite.");
        }

        if (!(MonitorBand >= TouchBand && double.IsFinite(MonitorBand)))
        {
            throw new ArgumentOutOfRangeException(nameof(MonitorBand), MonitorBand, $"MonitorBand must be finite and at least TouchBand ({TouchBand}).");
        }

        if (AtrPeriod is < 1 or > 1000)
        {
            throw new ArgumentOutOfRangeException(nameof(AtrPeriod), AtrPeriod, "AtrPeriod must be 1 to 1000.");
        }

        if (VolatilityPeriod is < 2 or > 10_000)
        {
            throw new ArgumentOutOfRangeException(nameof(VolatilityPeriod), VolatilityPeriod, "VolatilityPeriod must be 2 to 10000.");
        }
    }
}
