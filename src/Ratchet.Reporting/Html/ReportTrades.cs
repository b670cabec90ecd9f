namespace Ratchet.Reporting.Html;

/// <summary>The trades of the result on one stage.</summary>
/// <param name="Stage">The stage.</param>
/// <param name="Count">Closed trades.</param>
public sealed record ReportTrades(ReportStage Stage, int Count)
{
    /// <summary>By side.</summary>
    public IReadOnlyList<ReportSide> Sides { get; init; } = [];

    /// <summary>By reason of exit.</summary>
    public IReadOnlyList<ReportExit> Exits { get; init; } = [];

    /// <summary>The best trade in words; empty where there is none.</summary>
    public string Best { get; init; } = "";

    /// <summary>The worst trade in words; empty where there is none.</summary>
    public string Worst { get; init; } = "";

    /// <summary>Holding time in words, such as "median 7 h, mean 9 h, longest 2 d"; empty where there is none.</summary>
    public string Holding { get; init; } = "";

    /// <summary>Results in multiples of the risk taken, one for each trade.</summary>
    public IReadOnlyList<double> RMultiples { get; init; } = [];

    /// <summary>Monthly returns.</summary>
    public IReadOnlyList<ReportMonth> Months { get; init; } = [];
}
