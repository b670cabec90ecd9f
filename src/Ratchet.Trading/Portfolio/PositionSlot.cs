using Ratchet.Trading.Events;

namespace Ratchet.Trading.Portfolio;

/// <summary>What one strategy has on one symbol: at most one working entry and one position, and the advice that waits for its signal.</summary>
internal sealed class PositionSlot(int symbol, int strategy)
{
    public int Symbol { get; } = symbol;

    public int Strategy { get; } = strategy;

    public Advice? Advice;

    public WorkingEntry Entry;

    public PositionState Position;

    /// <summary>Whether the slot holds nothing that a price could touch.</summary>
    public bool IsIdle => Entry.Id == 0 && Position.Id == 0;

    /// <summary>The signed quantity that is held.</summary>
    public decimal Held => Position.Id == 0 ? 0 : Position.Side * Position.Remaining;
}
