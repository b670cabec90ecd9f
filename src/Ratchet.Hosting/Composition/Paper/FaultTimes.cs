namespace Ratchet.Hosting.Composition.Paper;

/// <summary>What one kind of fault cost.</summary>
/// <param name="Kind">start, feed, process or journal.</param>
/// <param name="Times">How often.</param>
/// <param name="Milliseconds">How long together.</param>
/// <param name="Longest">The longest of them.</param>
public sealed record FaultTimes(string Kind, int Times, long Milliseconds, long Longest);
