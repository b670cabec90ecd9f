namespace Ratchet.Market.Feeds;

/// <summary>How a file of any known format is read.</summary>
public sealed record SourceOptions
{
    /// <summary>The zone of times that are written without one, by its IANA name; null refuses such times. Default null.</summary>
    public string? TimeZone { get; init; }

    /// <summary>Levels a side that are kept of an order book, 1 to 1000; fewer where the source has fewer. Default 10.</summary>
    public int BookDepth { get; init; } = 10;

    /// <summary>The market of LEAN's files, where neither folder nor name tells it. Default null.</summary>
    public LeanMarket? LeanMarket { get; init; }

    /// <summary>Checks the options.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A field is outside its range.</exception>
    public void Validate()
    {
        if (BookDepth is < 1 or > 1000)
        {
            throw new ArgumentOutOfRangeException(nameof(BookDepth), BookDepth, "BookDepth must be 1 to 1000.");
        }
    }
}
