namespace Ratchet.Hosting.Composition.Paper;

/// <summary>A session in numbers, all of them from its journal. Times are milliseconds since 1970-01-01 UTC.</summary>
public sealed record SessionReport
{
    /// <summary>The version of the program that began the session.</summary>
    public required string CodeVersion { get; init; }

    /// <summary>The hash of the session's options.</summary>
    public required string OptionsHash { get; init; }

    /// <summary>Instruments, such as BTC/USDT 15m.</summary>
    public required IReadOnlyList<string> Instruments { get; init; }

    /// <summary>Strategies by name.</summary>
    public required IReadOnlyList<string> Strategies { get; init; }

    /// <summary>The time of the first event.</summary>
    public required long From { get; init; }

    /// <summary>The time of the last event.</summary>
    public required long To { get; init; }

    /// <summary>
    /// The share of that time in which the session ran, its feed was connected and its journal could be written; 1 where no time passed. A time that is down for
    /// several reasons counts once, for the first.
    /// </summary>
    public required double Uptime { get; init; }

    /// <summary>The share of decision bars that came before their successor had closed; only those can be traded on. 1 where there are none.</summary>
    public required double InTime { get; init; }

    /// <summary>What took the rest of the uptime.</summary>
    public required IReadOnlyList<FaultTimes> Faults { get; init; }

    /// <summary>The bars of each series.</summary>
    public required IReadOnlyList<BarCounts> Bars { get; init; }

    /// <summary>Bars that came again.</summary>
    public required long Duplicates { get; init; }

    /// <summary>Bars that came after a later one.</summary>
    public required long Late { get; init; }

    /// <summary>What could not be read or was not sound.</summary>
    public required long Unsound { get; init; }

    /// <summary>Bars that were fetched afterwards.</summary>
    public required long BackFilled { get; init; }

    /// <summary>Signals, those without a side among them.</summary>
    public required long Signals { get; init; }

    /// <summary>Signals with a side.</summary>
    public required long Decisions { get; init; }

    /// <summary>Orders placed.</summary>
    public required long Orders { get; init; }

    /// <summary>Fills.</summary>
    public required long Fills { get; init; }

    /// <summary>Positions that were closed.</summary>
    public required int Trades { get; init; }

    /// <summary>Positions that are open at the end.</summary>
    public required int OpenPositions { get; init; }

    /// <summary>The money at the end.</summary>
    public required decimal Cash { get; init; }

    /// <summary>Cash and what is open, at the last prices.</summary>
    public required double Equity { get; init; }

    /// <summary>What may be done at the end.</summary>
    public required string State { get; init; }

    /// <summary>Signals with a side, and orders, that were refused, and events that were turned away, by reason; orders that were only cut are not counted.</summary>
    public required IReadOnlyDictionary<string, long> Refusals { get; init; }

    /// <summary>How often limits and breakers tripped, by reason.</summary>
    public required IReadOnlyDictionary<string, long> Trips { get; init; }

    /// <summary>The figures of performance; null where undefined.</summary>
    public required IReadOnlyDictionary<string, double?> Metrics { get; init; }

    /// <summary>The hash over orders, fills and closed positions.</summary>
    public required string OrderHash { get; init; }

    /// <summary>The hash over every event and audit record.</summary>
    public required string AuditHash { get; init; }
}
