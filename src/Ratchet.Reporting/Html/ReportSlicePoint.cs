namespace Ratchet.Reporting.Html;

/// <summary>One trial in a slice.</summary>
/// <param name="Value">The parameter's value, or the index of its category.</param>
/// <param name="Score">The trial's score.</param>
/// <param name="Rung">The place of the last rung that it reached.</param>
public readonly record struct ReportSlicePoint(double Value, double Score, int Rung);
