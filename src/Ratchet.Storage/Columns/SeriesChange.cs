using Ratchet.Market.Bars;
using Ratchet.Market.Instruments;

namespace Ratchet.Storage.Columns;

/// <summary>What a write adds to a series' description.</summary>
internal sealed record SeriesChange(SeriesOrigin Origin)
{
    public IReadOnlyList<string> Repairs { get; init; } = [];

    public IReadOnlyList<string> Quarantine { get; init; } = [];

    public int Filled { get; init; }

    public SortedDictionary<string, long> Summary { get; init; } = new(StringComparer.Ordinal);

    /// <summary>The description after the write; range, hash, columns and quality are those of the bars given and are set by the writer where they differ.</summary>
    public BarManifest Apply(BarManifest? old, BarSeries bars)
    {
        foreach (var (name, count) in old?.QualitySummary ?? new Dictionary<string, long>())
        {
            Summary[name] = count + Summary.GetValueOrDefault(name);
        }

        return new()
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
            QualitySummary = Summary,
            Repairs = [.. old?.Repairs ?? [], .. Repairs],
            FilledBars = Filled + (old?.FilledBars ?? 0),
            Quarantine = [.. (old?.Quarantine ?? []).Union(Quarantine)],
        };
    }
}
