namespace Ratchet.Storage.Ticks;

/// <summary>One import that a stored series was made by.</summary>
public sealed record TickOrigin
{
    /// <summary>The file's name, or where else the rows came from.</summary>
    public required string Source { get; init; }

    /// <summary>SHA-256 of the file's bytes; null where there was no file.</summary>
    public string? SourceHash { get; init; }

    /// <summary>The hash of its good rows, as <see cref="TickContentHash"/> gives it for a series of them alone: the same rows are not stored twice.</summary>
    public required string RowsHash { get; init; }

    /// <summary>How many rows of this kind it had, bad ones too.</summary>
    public required long Rows { get; init; }

    /// <summary>How many of them were good.</summary>
    public required long GoodRows { get; init; }

    /// <summary>How many of the good ones were new.</summary>
    public required long NewRows { get; init; }

    /// <summary>The time of the first good row, nanoseconds since 1970-01-01 UTC.</summary>
    public required long FirstTime { get; init; }

    /// <summary>The time of the last good row.</summary>
    public required long LastTime { get; init; }

    /// <summary>How many rows had each defect, by the defect's name; a row may have several.</summary>
    public IReadOnlyDictionary<string, long> Defects { get; init; } = new SortedDictionary<string, long>(StringComparer.Ordinal);

    /// <summary>The file of its bad rows in the series' folder; null where it had none.</summary>
    public string? Quarantine { get; init; }
}
