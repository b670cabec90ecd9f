namespace Ratchet.Adaptation.Decomposition;

/// <summary>Which trades of a group count.</summary>
public enum TradeWindow
{
    /// <summary>All since the beginning.</summary>
    All,

    /// <summary>The last ones, by number.</summary>
    LastTrades,

    /// <summary>The last ones, by age.</summary>
    LastTime,
}
