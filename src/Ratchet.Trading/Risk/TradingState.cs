namespace Ratchet.Trading.Risk;

/// <summary>What may be done now.</summary>
public enum TradingState
{
    /// <summary>Active: every order that the limits allow.</summary>
    Active,

    /// <summary>Reducing: only orders that make a position smaller. Entries are refused and resting ones cancelled; stops and targets stay.</summary>
    Reducing,

    /// <summary>Halted: nothing but flattening. Entries are refused and resting ones cancelled; every position is closed at the next price.</summary>
    Halted,
}
