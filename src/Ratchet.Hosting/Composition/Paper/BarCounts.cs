namespace Ratchet.Hosting.Composition.Paper;

/// <summary>The bars of one series in a session.</summary>
/// <param name="Series">Symbol and time frame.</param>
/// <param name="Expected">From the first to the last bar on the grid.</param>
/// <param name="Seen">How many were taken, each once.</param>
/// <param name="MissingAtSource">How many the source itself does not have.</param>
/// <param name="Doubled">How many were taken a second time.</param>
public sealed record BarCounts(string Series, long Expected, long Seen, long MissingAtSource, long Doubled)
{
    /// <summary>How many the source had and the session did not see.</summary>
    public long Lost => Math.Max(0, Expected - Seen - MissingAtSource);
}
