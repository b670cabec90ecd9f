namespace Ratchet.Features.Levels;

/// <summary>Options of the levels.</summary>
public sealed record LevelOptions
{
    /// <summary>Length of the opening range in minutes, 1 to 240. Default 15.</summary>
    public int OpeningRangeMinutes { get; init; } = 15;

    /// <summary>How long a level that every bar changes (averages, VWAP, round numbers) holds without a new bar, in minutes, 1 to 10080. Default 15.</summary>
    public int MaxAgeMinutes { get; init; } = 15;

    /// <summary>The distance of round numbers, greater than 0; null for none. Default null.</summary>
    public double? RoundStep { get; init; }

    /// <summary>Checks the options.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A field is outside its range.</exception>
    public void Validate()
    {
        if (OpeningRangeMinutes is < 1 or > 240)
        {
            throw new ArgumentOutOfRangeException(nameof(OpeningRangeMinutes), OpeningRangeMinutes, "OpeningRangeMinutes must be 1 to 240.");
        }

        if (MaxAgeMinutes is < 1 or > 10_080)
        {
            throw new ArgumentOutOfRangeException(nameof(MaxAgeMinutes), MaxAgeMinutes, "MaxAgeMinutes must be 1 to 10080.");
        }

        if (RoundStep is { } step && !(step > 0 && double.IsFinite(step)))
        {
            throw new ArgumentOutOfRangeException(nameof(RoundStep), RoundStep, "RoundStep must be greater than 0 and finite.");
        }
    }
}
