namespace Ratchet.Reporting.Html;

/// <summary>The importance of one feature.</summary>
/// <param name="Name">The feature.</param>
/// <param name="Mean">Mean over folds.</param>
/// <param name="Low">The lower end of the spread over folds; NaN for none.</param>
/// <param name="High">The upper end of the spread over folds; NaN for none.</param>
public readonly record struct ReportFeature(string Name, double Mean, double Low, double High);
