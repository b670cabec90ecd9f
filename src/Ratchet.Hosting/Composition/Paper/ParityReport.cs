namespace Ratchet.Hosting.Composition.Paper;

/// <summary>How a session compares with its re-simulation.</summary>
/// <param name="Days">Day by day.</param>
/// <param name="Differences">Every bar that differs, in order.</param>
public sealed record ParityReport(IReadOnlyList<ParityDay> Days, IReadOnlyList<ParityDifference> Differences)
{
    /// <summary>Identical over compared bars of all days.</summary>
    public double Share => Days.Sum(d => d.Bars) == 0 ? 1 : (double)Days.Sum(d => d.Identical) / Days.Sum(d => d.Bars);
}
