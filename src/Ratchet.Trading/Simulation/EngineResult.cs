using Ratchet.Trading.Journal;
using Ratchet.Trading.Portfolio;
using Ratchet.Validation.Metrics;

namespace Ratchet.Trading.Simulation;

/// <summary>What a run of the engine over recorded bars gave.</summary>
public sealed class EngineResult
{
    /// <summary>The closed trades, in order of their exits.</summary>
    public required IReadOnlyList<TradeRecord> Trades { get; init; }

    /// <summary>Equity and exposure at each distinct close time of decision bars.</summary>
    public required EquityCurve Curve { get; init; }

    /// <summary>The close times of the curve's points, in milliseconds since 1970-01-01 UTC.</summary>
    public required ReadOnlyMemory<long> Times { get; init; }

    /// <summary>How many signals and orders were refused, and events were turned away, by reason; orders that were only cut are not counted.</summary>
    public required IReadOnlyDictionary<AuditReason, long> Refusals { get; init; }

    /// <summary>The <see cref="Journal.OrderHash"/> of the run.</summary>
    public required string OrderHash { get; init; }

    /// <summary>The cash at the end, everything closed.</summary>
    public required decimal FinalCash { get; init; }

    /// <summary>How many orders were placed.</summary>
    public required long Orders { get; init; }

    /// <summary>How many fills there were.</summary>
    public required long Fills { get; init; }

    /// <summary>How many events were processed.</summary>
    public required long Events { get; init; }
}
