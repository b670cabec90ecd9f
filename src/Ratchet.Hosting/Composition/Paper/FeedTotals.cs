namespace Ratchet.Hosting.Composition.Paper;

/// <summary>What a feed left out by itself, counted from its beginning.</summary>
/// <param name="Duplicates">Closed bars that came again.</param>
/// <param name="Late">Closed bars that came after a later one.</param>
/// <param name="Refused">Messages that could not be read, or whose bar was not sound.</param>
public readonly record struct FeedTotals(long Duplicates, long Late, long Refused);
