namespace Ratchet.Reporting.Html;

/// <summary>One bracket of the search.</summary>
/// <param name="Name">Such as "Bracket 3".</param>
/// <param name="Rungs">From the smallest budget to the largest.</param>
public sealed record ReportBracket(string Name, IReadOnlyList<ReportRung> Rungs);
