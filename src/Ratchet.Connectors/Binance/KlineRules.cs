using Ratchet.Market.Bars;
using Ratchet.Market.Time;

namespace Ratchet.Connectors.Binance;

/// <summary>What a bar of the exchange must be, over either interface.</summary>
internal static class KlineRules
{
    /// <summary>What is wrong with a bar, or null.</summary>
    public static string? Problem(in KlineRow row, TimeFrame timeFrame)
    {
        var bar = row.Bar;
        if (UtcTime.Align(bar.OpenTime, timeFrame) != bar.OpenTime)
        {
            return $"it opens at {UtcTime.Format(bar.OpenTime)}, which is off the grid of {timeFrame}";
        }

        if (row.CloseTime != bar.OpenTime + timeFrame.Milliseconds - 1)
        {
            return $"the bar of {UtcTime.Format(bar.OpenTime)} closes at {UtcTime.Format(row.CloseTime)}, which is not the end of its {timeFrame}";
        }

        var isSound = bar.Low > 0 && bar.Low <= Math.Min(bar.Open, bar.Close) && bar.High >= Math.Max(bar.Open, bar.Close) && double.IsFinite(bar.High)
            && bar.Volume >= 0 && bar.TradeCount >= 0 && bar.TakerBuyVolume >= 0 && bar.TakerBuyVolume <= bar.Volume * (1 + 1e-9);
        return isSound ? null : $"the bar of {UtcTime.Format(bar.OpenTime)} contradicts itself: {Describe(bar)}";
    }

    private static string Describe(in Bar bar) =>
        $"open {bar.Open}, high {bar.High}, low {bar.Low}, close {bar.Close}, volume {bar.Volume}, trades {bar.TradeCount}, taker-buy volume {bar.TakerBuyVolume}";
}
