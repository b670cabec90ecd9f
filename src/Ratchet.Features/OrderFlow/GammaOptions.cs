namespace Ratchet.Features.OrderFlow;

/// <summary>Options of <see cref="GammaExposureStream"/>.</summary>
public sealed record GammaOptions
{
    /// <summary>The window of option flow in seconds (W_g), 0.001 to 86400. Default 60.</summary>
    public double FlowSeconds { get; init; } = 60;

    /// <summary>Units of the underlying a contract stands for, 0.001 to 1000000. Default 100; 50 for options on ES.</summary>
    public double Multiplier { get; init; } = 100;

    /// <summary>The continuous annual rate, -0.5 to 0.5. Default 0.</summary>
    public double Rate { get; init; }

    /// <summary>The continuous annual yield of the underlying, -0.5 to 0.5; equal to Rate for options on futures. Default 0.</summary>
    public double Yield { get; init; }

    /// <summary>Where gamma comes from. Default SourceElseModel.</summary>
    public GammaOrigin Origin { get; init; }

    /// <summary>Strikes further from the level than this share of it are left out, 0.001 to 10; null keeps all. Default null.</summary>
    public double? Reach { get; init; }

    /// <summary>Checks the options.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A field is outside its range.</exception>
    public void Validate()
    {
        _ = EventTime.Length(FlowSeconds, nameof(FlowSeconds));
        Require(Multiplier is >= 0.001 and <= 1_000_000, nameof(Multiplier), Multiplier, "0.001 to 1000000");
        Require(Rate is >= -0.5 and <= 0.5, nameof(Rate), Rate, "-0.5 to 0.5");
        Require(Yield is >= -0.5 and <= 0.5, nameof(Yield), Yield, "-0.5 to 0.5");
        Require(Enum.IsDefined(Origin), nameof(Origin), Origin, "SourceElseModel or Model");
        Require(Reach is null or (>= 0.001 and <= 10), nameof(Reach), Reach, "0.001 to 10");
    }

    private static void Require(bool holds, string name, object? value, string range)
    {
        if (!holds)
        {
            throw new ArgumentOutOfRangeException(name, value, $"{name} must be {range}.");
        }
    }
}
