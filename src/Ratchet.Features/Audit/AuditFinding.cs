namespace Ratchet.Features.Audit;

/// <summary>A value that depended on more than the bars up to its own: evidence that the feature looks ahead, or remembers what it should not.</summary>
/// <param name="Feature">The offender.</param>
/// <param name="Bar">The earliest row whose value changed.</param>
/// <param name="Cut">The last bar that both calculations share; -1 for the checks that have no cut.</param>
/// <param name="Check">What was done.</param>
/// <param name="Expected">The value on the whole series.</param>
/// <param name="Actual">The other value.</param>
public readonly record struct AuditFinding(string Feature, int Bar, int Cut, AuditCheck Check, double Expected, double Actual)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Feature} at bar {Bar} is {Expected} on the whole series, but " + Check switch
    {
        AuditCheck.Truncation => $"{Actual} when the bars after {Cut} are missing",
        AuditCheck.Perturbation => $"{Actual} when bar {Cut + 1} is another",
        AuditCheck.RewrittenFuture => $"{Actual} when the bars after {Cut} are others",
        AuditCheck.Streaming => $"{Actual} when the bars are given one by one",
        AuditCheck.Repetition => $"{Actual} when the same bars are computed again",
        _ => "its warm-up, as declared, is not over",
    };
}
