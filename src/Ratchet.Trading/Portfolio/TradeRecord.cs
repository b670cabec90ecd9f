using Ratchet.Trading.Journal;

namespace Ratchet.Trading.Portfolio;

/// <summary>A position from its entry to its last exit: what the metrics, the selector and the advisor learn from.</summary>
public sealed record TradeRecord
{
    /// <summary>The position's identity, which is its entry order's.</summary>
    public required long Position { get; init; }

    /// <summary>The symbol's place in the options.</summary>
    public required int Symbol { get; init; }

    /// <summary>The strategy's place in the options.</summary>
    public required int Strategy { get; init; }

    /// <summary>+1 long, -1 short.</summary>
    public required sbyte Side { get; init; }

    /// <summary>When it was entered, in milliseconds since 1970-01-01 UTC: the open time of the bar, or the tick's time.</summary>
    public required long EntryTime { get; init; }

    /// <summary>When its last part was closed.</summary>
    public required long ExitTime { get; init; }

    /// <summary>The number of decision bars of the symbol that had closed before the bar it was entered in.</summary>
    public required long EntryBar { get; init; }

    /// <summary>The same for its last exit.</summary>
    public required long ExitBar { get; init; }

    /// <summary>The size-weighted fill price of the entry.</summary>
    public required decimal EntryPrice { get; init; }

    /// <summary>The size-weighted fill price of all exits.</summary>
    public required decimal ExitPrice { get; init; }

    /// <summary>The size at entry, in units of the base asset.</summary>
    public required decimal Quantity { get; init; }

    /// <summary>The net result: fees, slippage and funding taken off.</summary>
    public required decimal Profit { get; init; }

    /// <summary>What was paid in fees.</summary>
    public required decimal Fees { get; init; }

    /// <summary>Funding received less paid.</summary>
    public decimal Funding { get; init; }

    /// <summary>The money at risk at entry: distance to the first stop times quantity.</summary>
    public required decimal Risk { get; init; }

    /// <summary>Why the last part was closed.</summary>
    public required AuditReason Reason { get; init; }

    /// <summary>How many targets were reached.</summary>
    public int TargetsReached { get; init; }

    /// <summary>The confidence it was entered with.</summary>
    public double Confidence { get; init; }

    /// <summary>The signal's distance it was entered with.</summary>
    public double Distance { get; init; }

    /// <summary>The advice's profile; empty where there was none.</summary>
    public string Profile { get; init; } = string.Empty;

    /// <summary>The advice's regime; empty where there was none.</summary>
    public string Regime { get; init; } = string.Empty;

    /// <summary>The advice's decision number; -1 where there was none.</summary>
    public long Decision { get; init; } = -1;

    /// <summary>The result in multiples of the risk; NaN when no risk was set.</summary>
    public double ResultInR => Risk > 0 ? (double)(Profit / Risk) : double.NaN;
}
