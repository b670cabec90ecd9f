namespace Ratchet.Reporting.Charts;

/// <summary>The colour classes of the charts: a series keeps its slot in every picture of a page.</summary>
public static class ChartColour
{
    /// <summary>The number of categorical colours.</summary>
    public const int SeriesCount = 6;

    /// <summary>The number of ordered colours, from the first rung to the last.</summary>
    public const int OrderedCount = 6;

    /// <summary>The class of ink: text and summary marks.</summary>
    public const string Ink = "ink";

    /// <summary>The class of quiet marks.</summary>
    public const string Quiet = "quiet";

    /// <summary>The class of gains.</summary>
    public const string Gain = "gain";

    /// <summary>The class of losses.</summary>
    public const string Loss = "loss";

    /// <summary>The class of a categorical slot; slots wrap round.</summary>
    /// <param name="slot">Zero or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">The slot is negative.</exception>
    public static string Series(int slot)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(slot);
        return "s" + Digit(slot % SeriesCount);
    }

    /// <summary>The class of a place in an order; places past the last share its colour.</summary>
    /// <param name="place">Zero or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">The place is negative.</exception>
    public static string Ordered(int place)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(place);
        return "q" + Digit(Math.Min(place, OrderedCount - 1));
    }

    private static char Digit(int value) => (char)('0' + value);
}
