namespace Ratchet.Hosting.Composition.Paper;

/// <summary>What a replay of a recorded session gave.</summary>
public sealed record ReplayResult
{
    /// <summary>How many events the replay made; signals among them.</summary>
    public required long Events { get; init; }

    /// <summary>How many of them are signals, made anew by the strategies from the recorded bars.</summary>
    public required long Signals { get; init; }

    /// <summary>How many audit records it made.</summary>
    public required long Records { get; init; }

    /// <summary>How many orders were placed.</summary>
    public required long Orders { get; init; }

    /// <summary>How many fills there were.</summary>
    public required long Fills { get; init; }

    /// <summary>How many positions were closed.</summary>
    public required long Trades { get; init; }

    /// <summary>The hash over the recorded session's orders, fills and closed positions.</summary>
    public required string RecordedOrders { get; init; }

    /// <summary>The same of the replay.</summary>
    public required string ReplayedOrders { get; init; }

    /// <summary>The hash over all of the recorded session's events and audit records, decisions among them.</summary>
    public required string RecordedAudit { get; init; }

    /// <summary>The same of the replay.</summary>
    public required string ReplayedAudit { get; init; }

    /// <summary>What differed first; null where nothing did.</summary>
    public required string? FirstDifference { get; init; }

    /// <summary>Whether every event and every record is the same, byte for byte.</summary>
    public bool IsIdentical => FirstDifference is null && RecordedOrders == ReplayedOrders && RecordedAudit == ReplayedAudit;
}
