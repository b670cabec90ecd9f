using Ratchet.Lifecycle.Training;
using Ratchet.Reporting.Html;

namespace Ratchet.Reporting.Studies;

/// <summary>The figures of a run as the page shows them.</summary>
internal static class Figures
{
    public static ReportFigures Of(ScoredRun run) => new()
    {
        Score = run.Score.Composite,
        TotalReturn = run.Metrics.TotalReturn,
        AnnualReturn = run.Metrics.AnnualReturn,
        Sharpe = run.Metrics.Sharpe,
        MaxDrawdown = run.Metrics.MaximumDrawdown,
        ProfitFactor = run.Metrics.Trades == 0 ? double.NaN : run.Metrics.ProfitFactor,
        WinRate = run.Metrics.Trades == 0 ? double.NaN : run.Metrics.WinRate,
        Trades = run.Metrics.Trades,
    };
}
