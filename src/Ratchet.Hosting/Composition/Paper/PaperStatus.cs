using Ratchet.Trading.Risk;

namespace Ratchet.Hosting.Composition.Paper;

/// <summary>How a session stands.</summary>
/// <param name="Time">The session's time, in milliseconds since 1970-01-01 UTC.</param>
/// <param name="Bars">Decision bars since this run began.</param>
/// <param name="State">What may be done.</param>
/// <param name="Cash">The money.</param>
/// <param name="Equity">Cash and what open positions are worth.</param>
/// <param name="Positions">How many are open.</param>
/// <param name="Connected">Whether the feed stands.</param>
/// <param name="Fault">What is wrong right now, in words; empty where nothing is.</param>
public sealed record PaperStatus(long Time, long Bars, TradingState State, decimal Cash, double Equity, int Positions, bool Connected, string Fault);
