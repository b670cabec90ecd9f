using Ratchet.Market.Instruments;
using Ratchet.Storage.Columns;

namespace Ratchet.Storage.Ticks;

/// <summary>How the import of one kind of rows of a file ended.</summary>
public sealed record TickImportOutcome
{
    /// <summary>Whether the good rows are stored. A file is stored with all its kinds or not at all.</summary>
    public required ImportStatus Status { get; init; }

    /// <summary>What was traded.</summary>
    public required Symbol Symbol { get; init; }

    /// <summary>What the rows are.</summary>
    public required TickKind Kind { get; init; }

    /// <summary>How many rows the file has of this kind.</summary>
    public required long Rows { get; init; }

    /// <summary>How many of them are good.</summary>
    public required long GoodRows { get; init; }

    /// <summary>How many of the good ones were not stored before; 0 when refused.</summary>
    public long NewRows { get; init; }

    /// <summary>The time of the first good row, nanoseconds since 1970-01-01 UTC; null without one.</summary>
    public long? FirstTime { get; init; }

    /// <summary>The time of the last good row; null without one.</summary>
    public long? LastTime { get; init; }

    /// <summary>How many rows have each defect, by its name; a row may have several.</summary>
    public required IReadOnlyDictionary<string, long> Defects { get; init; }

    /// <summary>The whole series as it is stored now; null when refused.</summary>
    public TickManifest? Manifest { get; init; }

    /// <summary>The file of the rows that were kept out; null where there are none, or when refused.</summary>
    public string? QuarantinePath { get; init; }

    /// <summary>Why it was refused; null when accepted, and for a kind that is good in a file that is refused for another.</summary>
    public string? Refusal { get; init; }

    /// <summary>Whether the rows are stored.</summary>
    public bool Accepted => Status == ImportStatus.Accepted;
}
