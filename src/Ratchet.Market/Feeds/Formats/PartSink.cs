namespace Ratchet.Market.Feeds.Formats;

/// <summary>Where finished rows go, and how many at most at a time.</summary>
internal sealed record PartSink(int Limit, Action<SourcePart> Give)
{
    /// <summary>What was met in the file and is no error, in words.</summary>
    public List<string> Notes { get; } = [];
}
