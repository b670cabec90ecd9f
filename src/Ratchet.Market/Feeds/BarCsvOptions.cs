namespace Ratchet.Market.Feeds;

/// <summary>How a CSV file of bars is read.</summary>
public sealed record BarCsvOptions
{
    /// <summary>The zone of times that are written without one, by its IANA name such as <c>America/New_York</c> or <c>UTC</c>; null refuses such times. Default null.</summary>
    public string? TimeZone { get; init; }
}
