namespace Ratchet.Features.OrderFlow;

/// <summary>Options of <see cref="BarrierStream"/> and thresholds of <see cref="BarrierRules"/>.</summary>
public sealed record BarrierOptions
{
    /// <summary>Windows in seconds, rising, each 0.001 to 86400. Default 60, 180, 300.</summary>
    public IReadOnlyList<double> WindowSeconds { get; init; } = [60, 180, 300];

    /// <summary>Over how long the usual density of the book is averaged, in seconds, 0.001 to 86400. Default 300.</summary>
    public double ReferenceSeconds { get; init; } = 300;

    /// <summary>How long after a trade against the zone added depth counts as replenishment, in seconds, 0.001 to 86400. Default 10.</summary>
    public double ReplenishSeconds { get; init; } = 10;

    /// <summary>Consumed: the depth fell by at least this share, 0 to 1. Default 0.5.</summary>
    public double ConsumedFall { get; init; } = 0.5;

    /// <summary>Consumed: trades make up at least this share of the fall, 0 to 1. Default 0.5.</summary>
    public double ConsumedByTrades { get; init; } = 0.5;

    /// <summary>Absorption: trades against the zone were at least this multiple of the depth at the beginning, 0.01 to 100. Default 0.5.</summary>
    public double AbsorbedVolume { get; init; } = 0.5;

    /// <summary>Absorption: at least this share of the depth at the beginning still stands, 0 to 10. Default 0.75.</summary>
    public double AbsorbedDepth { get; init; } = 0.75;

    /// <summary>Vacuum: the depth is at most this multiple of the usual, 0 to 1. Default 0.25.</summary>
    public double VacuumRatio { get; init; } = 0.25;

    /// <summary>Wall: the depth is at least this multiple of the usual, 1 to 100. Default 2.</summary>
    public double WallRatio { get; init; } = 2;

    /// <summary>Wall: trades against the zone were less than this share of the depth, 0 to 10. Default 0.25.</summary>
    public double WallTraded { get; init; } = 0.25;

    /// <summary>Checks the options.</summary>
    /// <exception cref="ArgumentException">Windows are missing or do not rise.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A field is outside its range.</exception>
    public void Validate()
    {
        _ = EventTime.Windows(WindowSeconds, nameof(WindowSeconds));
        _ = EventTime.Length(ReferenceSeconds, nameof(ReferenceSeconds));
        _ = EventTime.Length(ReplenishSeconds, nameof(ReplenishSeconds));
        Require(nameof(ConsumedFall), ConsumedFall, 0, 1);
        Require(nameof(ConsumedByTrades), ConsumedByTrades, 0, 1);
        Require(nameof(AbsorbedVolume), AbsorbedVolume, 0.01, 100);
        Require(nameof(AbsorbedDepth), AbsorbedDepth, 0, 10);
        Require(nameof(VacuumRatio), VacuumRatio, 0, 1);
        Require(nameof(WallRatio), WallRatio, 1, 100);
        Require(nameof(WallTraded), WallTraded, 0, 10);
    }

    private static void Require(string name, double value, double least, double most)
    {
        if (!(value >= least && value <= most))
        {
            throw new ArgumentOutOfRangeException(name, value, $"{name} must be {least} to {most}.");
        }
    }
}
