using Ratchet.Trading.Risk;
using Ratchet.Trading.Sizing;
using Ratchet.Trading.Venues;

namespace Ratchet.Trading.Engine;

/// <summary>Everything that an engine is told once. Indices of symbols and strategies in events are places in these lists.</summary>
public sealed record EngineOptions
{
    /// <summary>Money at the start. Default 10,000, above 0.</summary>
    public decimal InitialCash { get; init; } = 10_000;

    /// <summary>What can be traded; each symbol once.</summary>
    public required IReadOnlyList<InstrumentRules> Instruments { get; init; }

    /// <summary>Who trades; each name once.</summary>
    public required IReadOnlyList<StrategyRules> Strategies { get; init; }

    /// <summary>How orders fill and what they cost.</summary>
    public VenueOptions Venue { get; init; } = new();

    /// <summary>How large entries are.</summary>
    public SizingOptions Sizing { get; init; } = new();

    /// <summary>The hard limits.</summary>
    public RiskLimits Limits { get; init; } = new();

    /// <summary>Whether signals without a side are written to the audit too, so that every bar can be explained. Default false.</summary>
    public bool AuditEverySignal { get; init; }

    /// <summary>Whether the venue is outside: approved orders are handed out, and fills come in as reports. Default false: the engine fills on its own bars.</summary>
    public bool ExternalVenue { get; init; }
}
