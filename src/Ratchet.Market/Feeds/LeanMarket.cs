namespace Ratchet.Market.Feeds;

/// <summary>Markets of LEAN's file layout, which differ in the time zone of the files and the scale of prices.</summary>
public enum LeanMarket
{
    /// <summary>Crypto: UTC, prices as they are.</summary>
    Crypto,

    /// <summary>Futures: UTC, prices as they are.</summary>
    Future,

    /// <summary>Equities of the United States: New York time, prices in ten-thousandths.</summary>
    Equity,
}
