using Ratchet.Trading.Engine;
using Ratchet.Trading.Events;
using Ratchet.Trading.Journal;

namespace Ratchet.Hosting.Composition.Paper;

/// <summary>What one strategy said at a bar, and what became of it.</summary>
/// <param name="Rules">The strategy's thresholds.</param>
/// <param name="Signal">What it said.</param>
/// <param name="Advice">What the adaptive layer said about it; null where it said nothing.</param>
/// <param name="Outcome">What the engine and the risk gate did, in order: considered, refused with the numbers, accepted, placed.</param>
public sealed record StrategyWord(StrategyRules Rules, Signal Signal, Advice? Advice, IReadOnlyList<AuditRecord> Outcome);
