namespace Ratchet.Hosting.Configuration;

/// <summary>Where data and studies live, and which bars are meant.</summary>
public sealed record DataSection
{
    /// <summary>The folder of the store and of the studies; relative to the working folder.</summary>
    public string Root { get; init; } = "ratchet-data";

    /// <summary>The symbol; empty means the synthetic market.</summary>
    public string Pair { get; init; } = string.Empty;

    /// <summary>The time frame, such as 1h.</summary>
    public string Timeframe { get; init; } = "1h";

    /// <summary>The part of the bars to use, such as 20240101-20240601; empty means all.</summary>
    public string Timerange { get; init; } = string.Empty;

    /// <summary>Whether feature columns are kept below the data root and read again by later runs. It changes no result.</summary>
    public bool FeatureCache { get; init; } = true;

    /// <summary>How many megabytes those columns may take up, 1 to 1,000,000.</summary>
    public int FeatureCacheMegabytes { get; init; } = 1024;
}
