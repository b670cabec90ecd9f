namespace Ratchet.Reporting.Html;

/// <summary>The share of random-entry runs, with the same number of trades and holding times, that the result beats.</summary>
/// <param name="Draws">The number of random runs.</param>
/// <param name="InSample">Share beaten on the search data, 0 to 1; shown only where <paramref name="OutOfSample"/> is given.</param>
/// <param name="OutOfSample">Share beaten in the walk-forward, 0 to 1; NaN where not drawn.</param>
/// <param name="HoldOut">Share beaten on the hold-out, 0 to 1; NaN where not drawn.</param>
public sealed record ReportRandomEntry(int Draws, double InSample, double OutOfSample, double HoldOut = double.NaN);
