using Ratchet.Trading.Portfolio;

namespace Ratchet.Hosting.Composition.Paper;

/// <summary>A session's report with what it was made of.</summary>
/// <param name="Report">The report.</param>
/// <param name="Times">The close times of decision bars, rising, in milliseconds since 1970-01-01 UTC.</param>
/// <param name="Equity">Cash and what was open at these times.</param>
/// <param name="Trades">The closed trades, in order of their exits.</param>
public sealed record SessionResult(SessionReport Report, IReadOnlyList<long> Times, IReadOnlyList<double> Equity, IReadOnlyList<TradeRecord> Trades);
