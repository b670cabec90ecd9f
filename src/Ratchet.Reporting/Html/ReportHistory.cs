namespace Ratchet.Reporting.Html;

/// <summary>Every trial of the search, in order of its number.</summary>
/// <param name="Trials">The trials.</param>
/// <param name="RungNames">The budget of each rung in words, by place.</param>
public sealed record ReportHistory(IReadOnlyList<ReportTrial> Trials, IReadOnlyList<string> RungNames)
{
    /// <summary>The walk-forward score of the best configuration, drawn as the neighbour of the search's scores; NaN where not run.</summary>
    public double OutOfSampleScore { get; init; } = double.NaN;
}
