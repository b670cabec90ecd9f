using Ratchet.Adaptation.Regimes;

namespace Ratchet.Adaptation.Quality;

/// <summary>Seven regimes as three kinds.</summary>
public static class RegimeClasses
{
    /// <summary>The kind of a regime: trends are trending, ranges ranging, everything else volatile.</summary>
    /// <param name="regime">The regime.</param>
    public static RegimeClass Of(MarketRegime regime) => regime switch
    {
        MarketRegime.TrendUp or MarketRegime.TrendDown => RegimeClass.Trending,
        MarketRegime.RangeLowVol or MarketRegime.RangeHighVol => RegimeClass.Ranging,
        _ => RegimeClass.Volatile,
    };
}
