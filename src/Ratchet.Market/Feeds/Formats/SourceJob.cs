namespace Ratchet.Market.Feeds.Formats;

/// <summary>One file to be read.</summary>
internal sealed record SourceJob(string Path, SourceOptions Options, PartSink Sink, CancellationToken CancellationToken);
