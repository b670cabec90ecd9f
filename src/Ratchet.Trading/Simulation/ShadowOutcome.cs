using Ratchet.Trading.Journal;

namespace Ratchet.Trading.Simulation;

/// <summary>How a virtual position ended.</summary>
/// <param name="Tag">What its opener named it.</param>
/// <param name="Symbol">The symbol's place.</param>
/// <param name="Side">+1 long, -1 short.</param>
/// <param name="EntryTime">The open time of the bar it was entered in, in milliseconds since 1970-01-01 UTC.</param>
/// <param name="ExitTime">The open time of the bar its last part was closed in.</param>
/// <param name="Bars">Exit bar less entry bar: 0 where it ended in the bar it began in.</param>
/// <param name="ResultInR">The net result, fees and slippage taken off, in multiples of the first stop's distance times the quantity.</param>
/// <param name="Reason">Why the last part was closed.</param>
public readonly record struct ShadowOutcome(long Tag, int Symbol, int Side, long EntryTime, long ExitTime, int Bars, double ResultInR, AuditReason Reason);
