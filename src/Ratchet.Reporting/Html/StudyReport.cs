namespace Ratchet.Reporting.Html;

/// <summary>
/// All that the page of a study shows, as plain values. Fractions stand for per cent (0.05 is 5 %), times are
/// milliseconds since 1970-01-01 UTC, NaN is "undefined". A part that is null is left out of the page.
/// </summary>
public sealed record StudyReport
{
    /// <summary>The name of the study.</summary>
    public required string Title { get; init; }

    /// <summary>What was studied in a line, such as symbol, time frame and period; may be empty.</summary>
    public string Subtitle { get; init; } = "";

    /// <summary>The outcome in plain words.</summary>
    public required ReportVerdict Verdict { get; init; }

    /// <summary>The data were made by a generator: the page says so in large letters.</summary>
    public bool IsSynthetic { get; init; }

    /// <summary>What the reader must know before believing a figure; the page adds its own on implausible results.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];

    /// <summary>The result beside its baselines.</summary>
    public ReportComparison? Comparison { get; init; }

    /// <summary>Equity curves, one panel for each stage. An in-sample panel is shown only beside an out-of-sample one.</summary>
    public IReadOnlyList<ReportEquity> Equity { get; init; } = [];

    /// <summary>The best configurations, the first being the winner or the nearest to it.</summary>
    public IReadOnlyList<ReportConfiguration> TopConfigurations { get; init; } = [];

    /// <summary>The brackets of the search.</summary>
    public IReadOnlyList<ReportBracket> Brackets { get; init; } = [];

    /// <summary>Every trial of the search.</summary>
    public ReportHistory? History { get; init; }

    /// <summary>The most important parameters, in order of importance.</summary>
    public IReadOnlyList<ReportSlice> Slices { get; init; } = [];

    /// <summary>Calibration of the models' probabilities, out of fold.</summary>
    public IReadOnlyList<ReportCalibration> Calibration { get; init; } = [];

    /// <summary>Feature importance, one for each model.</summary>
    public IReadOnlyList<ReportImportance> Importance { get; init; } = [];

    /// <summary>The trades, one for each stage. An in-sample summary is shown only beside an out-of-sample one.</summary>
    public IReadOnlyList<ReportTrades> Trades { get; init; } = [];

    /// <summary>What is needed to run the study again.</summary>
    public ReportRun? Run { get; init; }
}
