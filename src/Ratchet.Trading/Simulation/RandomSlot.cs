using Ratchet.Validation.Metrics;

namespace Ratchet.Trading.Simulation;

/// <summary>What one strategy did on one symbol, to be imitated at random times.</summary>
/// <param name="Open">First prices of the symbol's bars.</param>
/// <param name="Close">Last prices.</param>
/// <param name="Trades">The closed trades in order, by the symbol's bars; they must not overlap.</param>
public sealed record RandomSlot(ReadOnlyMemory<double> Open, ReadOnlyMemory<double> Close, IReadOnlyList<ClosedTrade> Trades);
