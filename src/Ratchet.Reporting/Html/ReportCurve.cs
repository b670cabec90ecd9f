namespace Ratchet.Reporting.Html;

/// <summary>An equity curve.</summary>
/// <param name="Name">As in <see cref="ReportContender.Name"/>.</param>
/// <param name="Colour">As in <see cref="ReportContender.Colour"/>.</param>
/// <param name="Times">Milliseconds since 1970-01-01 UTC, ascending.</param>
/// <param name="Equity">One value for each time, in any unit; drawn in proportion to the first finite one.</param>
public sealed record ReportCurve(string Name, int Colour, IReadOnlyList<long> Times, IReadOnlyList<double> Equity);
