namespace Ratchet.Reporting.Html;

/// <summary>The return of one month.</summary>
/// <param name="Year">The year.</param>
/// <param name="Month">1 to 12.</param>
/// <param name="Return">A fraction; NaN where undefined.</param>
public readonly record struct ReportMonth(int Year, int Month, double Return);
