using Ratchet.Market.Feeds;
using Ratchet.Market.Instruments;
using Ratchet.Market.Time;

namespace Ratchet.Market.Quality;

/// <summary>How files of any format are checked.</summary>
public sealed record SourceCheckOptions
{
    /// <summary>How they are read.</summary>
    public SourceOptions Reading { get; init; } = new();

    /// <summary>Which part is wanted of files with several; null for all. Default null.</summary>
    public string? Part { get; init; }

    /// <summary>The length of a bar; null tells it from the times. Default null.</summary>
    public TimeFrame? TimeFrame { get; init; }

    /// <summary>When the market is open; null takes what is known of the instrument in the file's name, else around the clock. Default null.</summary>
    public TradingCalendar? Calendar { get; init; }

    /// <summary>Thresholds of the check of bars.</summary>
    public QualityOptions Quality { get; init; } = new();
}
