using Ratchet.Trading.Profiles;

namespace Ratchet.Adaptation.Sessions;

/// <summary>Exits in multiples of the ATR, put into multiples of a signal's distance where that is another one.</summary>
internal static class AtrUnits
{
    /// <summary>The same price distances in another unit: every multiple times the scale.</summary>
    public static ExitPlan Scaled(ExitPlan plan, double scale) => scale == 1 ? plan : plan with
    {
        StopMultiple = plan.StopMultiple * scale,
        TargetMultiples = [.. plan.TargetMultiples.Select(m => m * scale)],
        TrailingMultiple = plan.TrailingMultiple * scale,
    };
}
