namespace Ratchet.Features.OrderFlow;

/// <summary>Options of <see cref="TapeStream"/>.</summary>
public sealed record TapeOptions
{
    /// <summary>Windows in seconds, rising, each 0.001 to 86400. Default 60.</summary>
    public IReadOnlyList<double> WindowSeconds { get; init; } = [60];

    /// <summary>How aggressors are found where the source does not name them. Default LeeReady, which is the tick rule where no quotes are given.</summary>
    public SideRule SideRule { get; init; } = SideRule.LeeReady;

    /// <summary>The longest pause between trades of one sweep, in milliseconds, 1 to 60000. Default 50.</summary>
    public double SweepMilliseconds { get; init; } = 50;

    /// <summary>Trades of one side that make a sweep even at one price, 2 to 1000. Default 5.</summary>
    public int SweepTrades { get; init; } = 5;

    /// <summary>Different prices, each further in the direction of the side, that make a sweep, 2 to 1000. Default 3.</summary>
    public int SweepPrices { get; init; } = 3;

    /// <summary>Checks the options.</summary>
    /// <exception cref="ArgumentException">Windows are missing or do not rise.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A field is outside its range.</exception>
    public void Validate()
    {
        _ = EventTime.Windows(WindowSeconds, nameof(WindowSeconds));
        Require(Enum.IsDefined(SideRule), nameof(SideRule), SideRule, "Source, Tick or LeeReady");
        Require(SweepMilliseconds is >= 1 and <= 60_000, nameof(SweepMilliseconds), SweepMilliseconds, "1 to 60000");
        Require(SweepTrades is >= 2 and <= 1000, nameof(SweepTrades), SweepTrades, "2 to 1000");
        Require(SweepPrices is >= 2 and <= 1000, nameof(SweepPrices), SweepPrices, "2 to 1000");
    }

    private static void Require(bool holds, string name, object value, string range)
    {
        if (!holds)
        {
            throw new ArgumentOutOfRangeException(name, value, $"{name} must be {range}.");
        }
    }
}
