using System.Text.Json.Serialization;
using Ratchet.Market.Instruments;
using Ratchet.Storage.Columns;

namespace Ratchet.Storage.Ticks;

/// <summary>What a stored series of ticks is: its catalogue entry. The manifest file is the commit point; folders that it does not name do not count.</summary>
public sealed record TickManifest
{
    /// <summary>The version of the layout that this code writes and reads.</summary>
    public const int CurrentSchema = 1;

    /// <summary>The version of the layout.</summary>
    public int Schema { get; init; } = CurrentSchema;

    /// <summary>What was traded.</summary>
    public required Symbol Symbol { get; init; }

    /// <summary>What the rows are.</summary>
    public required TickKind Kind { get; init; }

    /// <summary>The instrument as the sources write it; null where they do not say.</summary>
    public string? Instrument { get; init; }

    /// <summary>The contract of a source that holds several; null where it does not.</summary>
    public string? Part { get; init; }

    /// <summary>How many rows.</summary>
    public required long Rows { get; init; }

    /// <summary>The first row's time, nanoseconds since 1970-01-01 UTC.</summary>
    public required long FirstTime { get; init; }

    /// <summary>The last row's time.</summary>
    public required long LastTime { get; init; }

    /// <summary>Good rows over all rows of the imports, 0 to 1.</summary>
    public required double Quality { get; init; }

    /// <summary><see cref="TickContentHash"/> of the whole series.</summary>
    public required string ContentHash { get; init; }

    /// <summary>The columns: a file of each lies in the folder of each partition.</summary>
    public required IReadOnlyList<StoredColumn> Columns { get; init; }

    /// <summary>The partitions in the order of time.</summary>
    public required IReadOnlyList<TickPartition> Partitions { get; init; }

    /// <summary>The imports in the order in which they were made.</summary>
    public required IReadOnlyList<TickOrigin> Imports { get; init; }

    /// <summary>How many rows of the imports were put aside.</summary>
    [JsonIgnore]
    public long PutAside => Imports.Sum(i => i.Rows - i.GoodRows);
}
