namespace Ratchet.Features.Audit;

/// <summary>What the audit of one feature found.</summary>
/// <param name="Feature">Its name.</param>
/// <param name="WarmUp">The bars before its first value, as declared.</param>
/// <param name="Values">How many rows of the whole series have a value.</param>
/// <param name="StreamDifference">
/// The largest difference between batch and stream over all rows, relative where the value is above 1; 0 where they agree bit for bit.
/// </param>
/// <param name="Findings">The earliest changed row of each check and cut; empty for a clean feature.</param>
public sealed record FeatureAudit(string Feature, int WarmUp, int Values, double StreamDifference, IReadOnlyList<AuditFinding> Findings)
{
    /// <summary>Whether nothing was found.</summary>
    public bool IsClean => Findings.Count == 0;
}
