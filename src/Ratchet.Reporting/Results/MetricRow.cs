using Ratchet.Lifecycle.Backtests;

namespace Ratchet.Reporting.Results;

/// <summary>One figure of a run.</summary>
/// <param name="Key">Its name in JSON.</param>
/// <param name="Name">Its name for people.</param>
/// <param name="Unit">How it is written.</param>
/// <param name="Value">Takes it from a run; NaN where it is undefined.</param>
public sealed record MetricRow(string Key, string Name, MetricUnit Unit, Func<TradedPart, double> Value);
