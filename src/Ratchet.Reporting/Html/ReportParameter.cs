namespace Ratchet.Reporting.Html;

/// <summary>A named value in words.</summary>
/// <param name="Name">The name.</param>
/// <param name="Value">The value as it is to be shown.</param>
public readonly record struct ReportParameter(string Name, string Value);
