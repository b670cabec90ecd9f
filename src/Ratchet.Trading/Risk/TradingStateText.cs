namespace Ratchet.Trading.Risk;

/// <summary>What each state blocks, in words for screens, the audit and the documentation.</summary>
public static class TradingStateText
{
    /// <summary>The text of a state.</summary>
    /// <param name="state">The state.</param>
    /// <exception cref="ArgumentOutOfRangeException">The state is none of the three.</exception>
    public static string Of(TradingState state) => state switch
    {
        TradingState.Active => "ACTIVE: blocks nothing; entries and exits pass as far as the limits allow.",
        TradingState.Reducing => "REDUCING: blocks entries and cancels resting ones; stops, targets and exits go on, and only orders that make a position smaller pass.",
        TradingState.Halted => "HALTED: blocks everything but closing; entries are refused, resting ones cancelled, and every position is closed at the next price, until a person resumes.",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, "A state must be Active, Reducing or Halted."),
    };
}
