namespace Ratchet.Reporting.Html;

/// <summary>Trades of one side.</summary>
/// <param name="Name">"Long" or "Short".</param>
/// <param name="Count">Trades.</param>
/// <param name="WinRate">Share of winners; NaN where undefined.</param>
/// <param name="MeanR">Mean result in multiples of the risk taken; NaN where undefined.</param>
public readonly record struct ReportSide(string Name, int Count, double WinRate, double MeanR);
