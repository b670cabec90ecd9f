namespace Ratchet.Adaptation.Regimes;

/// <summary>The state of a market as the rules see it. Values are stored: none changes its number.</summary>
public enum MarketRegime
{
    /// <summary>Not enough is known.</summary>
    Unknown = 0,

    /// <summary>A trend that rises.</summary>
    TrendUp = 1,

    /// <summary>A trend that falls.</summary>
    TrendDown = 2,

    /// <summary>A quiet range.</summary>
    RangeLowVol = 3,

    /// <summary>A lively range.</summary>
    RangeHighVol = 4,

    /// <summary>Volatility above every range.</summary>
    HighVolatility = 5,

    /// <summary>Too little volume or depth, or too wide a spread.</summary>
    Illiquid = 6,
}
