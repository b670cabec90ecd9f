using Ratchet.Market.Feeds;
using Ratchet.Market.Instruments;
using Ratchet.Market.Quality;
using Ratchet.Market.Time;

namespace Ratchet.Storage.Columns;

/// <summary>What is imported, and how.</summary>
public sealed record ImportRequest
{
    /// <summary>The CSV file; see <see cref="Market.Feeds.BarCsvReader"/>.</summary>
    public required string Path { get; init; }

    /// <summary>What was traded; null takes it from the file's symbol column, else from its name.</summary>
    public Symbol? Symbol { get; init; }

    /// <summary>The length of a bar; null takes it from the file's name, else from the median step between its times.</summary>
    public TimeFrame? TimeFrame { get; init; }

    /// <summary>
    /// When the market is open; must agree with a stored series that the bars are added to. Null takes that of the stored series, else what is known of the
    /// instrument (<see cref="KnownInstrument"/>), else around the clock. Default null.
    /// </summary>
    public TradingCalendar? Calendar { get; init; }

    /// <summary>Whether a quality below the threshold is accepted. Default false.</summary>
    public bool AcceptBelow { get; init; }

    /// <summary>Which repairs are made. Default none.</summary>
    public RepairOptions Repairs { get; init; } = new();

    /// <summary>Thresholds of the check.</summary>
    public QualityOptions Quality { get; init; } = new();

    /// <summary>The zone of times that are written without one; see <see cref="Market.Feeds.BarCsvOptions.TimeZone"/>.</summary>
    public string? TimeZone { get; init; }

    /// <summary>Whether the file takes the place of what is stored; otherwise its bars are added, those already there skipped. Default false.</summary>
    public bool Replace { get; init; }

    /// <summary>Which contract is wanted of a file that holds several; see <see cref="Market.Feeds.BarCsvOptions.Part"/>.</summary>
    public string? Part { get; init; }

    /// <summary>The market of LEAN's files; see <see cref="Market.Feeds.BarCsvOptions.LeanMarket"/>.</summary>
    public LeanMarket? LeanMarket { get; init; }

    /// <summary>Most rows of a file that must be turned round or sorted, which is done in memory; at least 1. Default 6,000,000.</summary>
    public int MostRowsInMemory { get; init; } = 6_000_000;
}
