namespace Ratchet.Reporting.Html;

/// <summary>Trades by the reason of their exit.</summary>
/// <param name="Reason">The reason in words.</param>
/// <param name="Count">Trades.</param>
/// <param name="MeanR">Mean result in multiples of the risk taken; NaN where undefined.</param>
public readonly record struct ReportExit(string Reason, int Count, double MeanR);
