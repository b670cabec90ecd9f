using Ratchet.Market.Bars;
using Ratchet.Market.Instruments;
using Ratchet.Market.Quality;

namespace Ratchet.Storage.Columns;

/// <summary>What a write adds to a series' description.</summary>
internal sealed record SeriesChange(SeriesOrigin Origin)
{
    public IReadOnlyList<string> Repairs { get; init; } = [];

    public IReadOnlyList<string> Quarantine { get; init; } = [];

    /// <summary>How many of the bars that the write adds were filled in by a repair.</summary>
    public int Filled { get; init; }

    /// <summary>Thresholds of the warnings where the write is an import; null leaves the stored figures of quality as they are.</summary>
    public QualityOptions? Check { get; init; }

    /// <summary>What the check of the imported file found.</summary>
    public QualityReport? Report { get; init; }

    /// <summary>The description after the write; range, hash, columns and quality are those of the bars given and are set by the writer where they differ.</summary>
    public BarManifest Apply(BarManifest? old, BarSeries bars) => new()
    {
        Symbol = bars.Symbol,
        TimeFrame = bars.TimeFrame,
        Rows = bars.Count,
        FirstOpenTime = bars.Count == 0 ? 0 : bars.OpenTime[0],
        LastOpenTime = bars.Count == 0 ? 0 : bars.OpenTime[^1],
        Quality = double.NaN,
        Source = old is null || old.Source.Split("; ").Contains(Origin.Source) ? old?.Source ?? Origin.Source : $"{old.Source}; {Origin.Source}",
        Synthetic = Origin.Synthetic,
        ContentHash = old?.ContentHash ?? string.Empty,
        HashLink = old?.HashLink ?? string.Empty,
        Generation = old?.Generation ?? 0,
        ExpectedRows = old?.ExpectedRows ?? 0,
        Columns = old?.Columns ?? [],
        Calendar = Origin.Calendar?.Name ?? old?.Calendar ?? TradingCalendar.AroundTheClock.Name,
        Alignment = Origin.Alignment ?? old?.Alignment ?? BarAlignment.Utc,
        QualitySummary = old?.QualitySummary ?? new SortedDictionary<string, long>(StringComparer.Ordinal),
        Repairs = [.. old?.Repairs ?? [], .. Repairs],
        FilledBars = Filled + (old?.FilledBars ?? 0),
        Quarantine = [.. (old?.Quarantine ?? []).Union(Quarantine)],
    };
}
