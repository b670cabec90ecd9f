using Ratchet.Market.Bars;
using Ratchet.Market.Instruments;
using Ratchet.Market.Time;

namespace Ratchet.Storage.Columns;

/// <summary>What a stored series is: its catalogue entry. The manifest file is the commit point; columns that it does not name do not count.</summary>
public sealed record BarManifest
{
    /// <summary>The version of the layout that this code writes and reads.</summary>
    public const int CurrentSchema = 2;

    /// <summary>The version of the layout.</summary>
    public int Schema { get; init; } = CurrentSchema;

    /// <summary>What was traded.</summary>
    public required Symbol Symbol { get; init; }

    /// <summary>The length of a bar.</summary>
    public required TimeFrame TimeFrame { get; init; }

    /// <summary>How many bars.</summary>
    public required int Rows { get; init; }

    /// <summary>When the first bar opens, milliseconds since 1970-01-01 UTC; 0 without bars.</summary>
    public required long FirstOpenTime { get; init; }

    /// <summary>When the last bar opens; 0 without bars.</summary>
    public required long LastOpenTime { get; init; }

    /// <summary>Good bars over expected bars by the calendar, 0 to 1; bars that a repair filled in do not count as good.</summary>
    public required double Quality { get; init; }

    /// <summary>Where the bars came from, in words.</summary>
    public required string Source { get; init; }

    /// <summary>Whether the bars were generated and are no record of any market.</summary>
    public required bool Synthetic { get; init; }

    /// <summary><see cref="Market.Bars.BarContentHash"/> of the whole series.</summary>
    public required string ContentHash { get; init; }

    /// <summary>The chain's link of <see cref="Market.Bars.BarContentHash"/> over the whole blocks, from which the hash goes on when bars are added.</summary>
    public required string HashLink { get; init; }

    /// <summary>Which set of column files this is: it grows with each rewrite, and stays when bars are added at the end.</summary>
    public required int Generation { get; init; }

    /// <summary>How many of the bars the calendar expects, those filled in included.</summary>
    public required long ExpectedRows { get; init; }

    /// <summary>The columns.</summary>
    public required IReadOnlyList<StoredColumn> Columns { get; init; }

    /// <summary>The name of the trading calendar that the quality was measured by.</summary>
    public required string Calendar { get; init; }

    /// <summary>What opening times are counted from: UTC, or the opening of each session of <see cref="Calendar"/>.</summary>
    public BarAlignment Alignment { get; init; }

    /// <summary>The opening times that the bars may and should have.</summary>
    /// <exception cref="FormatException">There is no calendar of that name.</exception>
    public BarGrid Grid => new(TimeFrame, TradingCalendar.Parse(Calendar), Alignment);

    /// <summary>
    /// How many rows of the imported files have each defect, by the defect's name, and how many bars are missing (<c>MissingBars</c>); sorted by name. Rows that
    /// several files have are counted once. Bars that come by other ways than an import are not counted until the next import.
    /// </summary>
    public IReadOnlyDictionary<string, long> QualitySummary { get; init; } = new SortedDictionary<string, long>(StringComparer.Ordinal);

    /// <summary>What was changed on the way in, in words, in the order it was done.</summary>
    public IReadOnlyList<string> Repairs { get; init; } = [];

    /// <summary>How many of the bars a repair filled in.</summary>
    public int FilledBars { get; init; }

    /// <summary>Files of bad rows beside the columns.</summary>
    public IReadOnlyList<string> Quarantine { get; init; } = [];
}
