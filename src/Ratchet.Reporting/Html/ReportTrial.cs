namespace Ratchet.Reporting.Html;

/// <summary>One trial of the search.</summary>
/// <param name="Number">Its number, ascending.</param>
/// <param name="Value">Its score at the last rung that it reached; NaN where it failed.</param>
/// <param name="Rung">The place of that rung, as in <see cref="ReportRung.Place"/>.</param>
/// <param name="IsViable">Whether it met every condition of viability.</param>
public readonly record struct ReportTrial(int Number, double Value, int Rung, bool IsViable);
