namespace Ratchet.Market.Feeds.Formats;

/// <summary>Where finished rows go, and how many at most at a time.</summary>
internal sealed record PartSink(int Limit, Action<SourcePart> Give);
