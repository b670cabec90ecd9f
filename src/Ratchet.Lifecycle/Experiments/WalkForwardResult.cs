using Ratchet.Lifecycle.Training;

namespace Ratchet.Lifecycle.Experiments;

/// <summary>A configuration as it would have been run: retrained window by window, on earlier bars only.</summary>
/// <param name="Windows">How many windows were predicted, the burn-in of the meta layer among them.</param>
/// <param name="TradedWindows">How many were traded, each by itself, from the initial equity.</param>
/// <param name="Whole">All traded windows in a row: the out-of-sample headline.</param>
/// <param name="Skills">Out-of-sample skill of the four models.</param>
/// <param name="Calibration">Out-of-sample confidence against the share that paid.</param>
public sealed record WalkForwardResult(
    int Windows,
    IReadOnlyList<ScoredRun> TradedWindows,
    ScoredRun Whole,
    IReadOnlyList<ModelSkill> Skills,
    IReadOnlyList<CalibrationPoint> Calibration)
{
    /// <summary>Share of traded windows that ended with a gain.</summary>
    public double ShareOfWindowsWithGain =>
        TradedWindows.Count == 0 ? double.NaN : (double)TradedWindows.Count(w => w.Metrics.TotalReturn > 0) / TradedWindows.Count;
}
