using Ratchet.Market.Feeds;
using Ratchet.Market.Time;

namespace Ratchet.Market.Quality;

/// <summary>What a check found of one part of a file of market data.</summary>
public sealed record SourceFinding
{
    /// <summary>The file.</summary>
    public required string Path { get; init; }

    /// <summary>Its format; null where none was recognised.</summary>
    public SourceFormat? Format { get; init; }

    /// <summary>What tells the part from others of the file, such as a contract; null where nothing does.</summary>
    public string? Part { get; init; }

    /// <summary>What the rows are, in one word: bars, trades, quotes, book, orders, options, values; null where the file cannot be read.</summary>
    public string? Kind { get; init; }

    /// <summary>How many rows.</summary>
    public long Rows { get; init; }

    /// <summary>From the first time to the last, milliseconds since 1970-01-01 UTC, both included.</summary>
    public TimeRange Span { get; init; }

    /// <summary>The check of bars; null for other rows.</summary>
    public QualityReport? Report { get; init; }

    /// <summary>UTC days with rows; 0 where they were not counted.</summary>
    public int Days { get; init; }

    /// <summary>The last bar's volume over the median volume of the 200 bars before it; NaN where there is none.</summary>
    public double LastVolume { get; init; } = double.NaN;

    /// <summary>What is to be known besides, in words.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>Why the file cannot be read; null where it can.</summary>
    public string? Error { get; init; }

    /// <summary>Whether an import of the bars is refused by quality without being told to accept it.</summary>
    public bool IsRefused => Report is { } report && (report.Quality < new QualityOptions().MinimumQuality || report.GoodRows.Count == 0);
}
