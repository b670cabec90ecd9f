namespace Ratchet.Reporting.Html;

/// <summary>A labelled moment on a time axis.</summary>
/// <param name="At">Milliseconds since 1970-01-01 UTC.</param>
/// <param name="Label">A short text.</param>
public readonly record struct ReportMoment(long At, string Label);
