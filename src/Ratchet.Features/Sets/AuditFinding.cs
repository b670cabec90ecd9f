namespace Ratchet.Features.Sets;

/// <summary>A value that depended on a bar after its own: evidence that the feature looks ahead.</summary>
/// <param name="Feature">The offender.</param>
/// <param name="Bar">The earliest row, at or before the cut, whose value changed.</param>
/// <param name="Cut">The last bar that both calculations share.</param>
/// <param name="Check">What was done to the bars after the cut.</param>
/// <param name="Expected">The value on the whole series.</param>
/// <param name="Actual">The value on the changed series.</param>
public readonly record struct AuditFinding(string Feature, int Bar, int Cut, AuditCheck Check, double Expected, double Actual)
{
    /// <inheritdoc/>
    public override string ToString() =>
        $"{Feature} at bar {Bar} is {Expected} on the whole series, but {Actual} when "
        + (Check == AuditCheck.Truncation ? $"the bars after {Cut} are missing" : $"bar {Cut + 1} is another");
}
