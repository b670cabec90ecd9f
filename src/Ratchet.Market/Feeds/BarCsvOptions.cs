namespace Ratchet.Market.Feeds;

/// <summary>How a file of bars is read.</summary>
public sealed record BarCsvOptions
{
    /// <summary>The zone of times that are written without one, by its IANA name such as <c>America/New_York</c> or <c>UTC</c>; null refuses such times. Default null.</summary>
    public string? TimeZone { get; init; }

    /// <summary>Which part is wanted of a file that holds several, such as a zip with one entry a contract: the contract, such as <c>201312</c>. Null where there is only one. Default null.</summary>
    public string? Part { get; init; }

    /// <summary>The market of LEAN's files, where neither folder nor name tells it: prices of equities are scaled and times are the exchange's. Default null.</summary>
    public LeanMarket? LeanMarket { get; init; }
}
