using System.Security.Cryptography;
using Ratchet.Market.Bars;
using Ratchet.Market.Feeds;
using Ratchet.Market.Instruments;
using Ratchet.Market.Quality;

namespace Ratchet.Storage.Columns;

/// <summary>Writes one series; the caller holds its lock.</summary>
internal sealed class SeriesWriter(SeriesFolder folder)
{
    public BarManifest Replace(BarSeries bars, SeriesOrigin origin) => Commit(bars, origin, null, [], [], 0, new());

    public BarManifest Append(BarSeries bars, SeriesOrigin origin)
    {
        SeriesQuality.RequireClean(bars);
        var old = folder.ReadManifest();
        if (old is null)
        {
            return Replace(bars, origin);
        }

        RequireSameKind(old, origin);
        using var stored = folder.Open(old);
        var joined = CleanSeries.Join(stored.Series, bars, out var news);
        return news == 0 ? old : Commit(joined, origin, old, [], [], 0, new());
    }

    /// <summary>Writes an import: bronze, quarantine, columns, manifest. Nothing is written where the import brings no new bar.</summary>
    public (BarManifest Manifest, string? Quarantine) Import(BarImport import, Action keepBronze)
    {
        var origin = new SeriesOrigin(Path.GetFileName(import.File.Path), false, import.Request.Calendar);
        SeriesQuality.RequireClean(import.Series);
        var old = import.Request.Replace ? null : folder.ReadManifest();
        var bars = import.Series;
        StoredBars? stored = null;
        try
        {
            if (old is not null)
            {
                RequireSameKind(old, origin);
                stored = folder.Open(old);
                bars = CleanSeries.Join(stored.Series, import.Series, out var news);
                if (news == 0)
                {
                    return (old, old.Quarantine.Count == 0 ? null : folder.PathOf(old.Quarantine[^1]));
                }
            }

            keepBronze();
            var quarantine = KeepQuarantine(import);
            var manifest = Commit(
                bars, origin, old, import.RepairFacts, quarantine is null ? [] : [quarantine], import.Filled, Summary(import.Report));
            return (manifest, quarantine is null ? null : folder.PathOf(quarantine));
        }
        finally
        {
            stored?.Dispose();
        }
    }

    private static void RequireSameKind(BarManifest old, SeriesOrigin origin)
    {
        if (old.Synthetic != origin.Synthetic)
        {
            throw new MarketDataException(
                $"{old.Symbol} {old.TimeFrame}: the stored bars are {(old.Synthetic ? "synthetic" : "real")}, the new ones are not. They are never mixed; replace them.");
        }
    }

    private static SortedDictionary<string, long> Summary(QualityReport report)
    {
        var summary = new SortedDictionary<string, long>(StringComparer.Ordinal);
        foreach (var kind in Enum.GetValues<DefectKind>())
        {
            if (report.Count(kind) is var count and > 0)
            {
                summary[kind.ToString()] = count;
            }
        }

        if (report.MissingBars > 0)
        {
            summary["MissingBars"] = report.MissingBars;
        }

        return summary;
    }

    private string? KeepQuarantine(BarImport import)
    {
        var text = QuarantineText.Write(import.Repair.Bars, import.Report, import.Repair.Removed);
        if (text is null)
        {
            return null;
        }

        var name = $"quarantine.{Convert.ToHexStringLower(SHA256.HashData(text))[..16]}.csv";
        folder.WriteFile(name, text);
        return name;
    }

    private BarManifest Commit(
        BarSeries bars,
        SeriesOrigin origin,
        BarManifest? old,
        IReadOnlyList<string> repairs,
        IReadOnlyList<string> quarantine,
        int filled,
        SortedDictionary<string, long> summary)
    {
        var calendar = origin.Calendar ?? (old is null ? TradingCalendar.AroundTheClock : TradingCalendar.Parse(old.Calendar));
        foreach (var (name, count) in old?.QualitySummary ?? new Dictionary<string, long>())
        {
            summary[name] = count + summary.GetValueOrDefault(name);
        }

        var allFilled = filled + (old?.FilledBars ?? 0);
        return folder.Commit(bars, columns => new()
        {
            Symbol = bars.Symbol,
            TimeFrame = bars.TimeFrame,
            Rows = bars.Count,
            FirstOpenTime = bars.Count == 0 ? 0 : bars.OpenTime[0],
            LastOpenTime = bars.Count == 0 ? 0 : bars.OpenTime[^1],
            Quality = SeriesQuality.Measure(bars, calendar, allFilled),
            Source = old is null || old.Source.Split("; ").Contains(origin.Source) ? old?.Source ?? origin.Source : $"{old.Source}; {origin.Source}",
            Synthetic = origin.Synthetic,
            ContentHash = BarContentHash.Compute(bars),
            Columns = columns,
            Calendar = calendar.Name,
            QualitySummary = summary,
            Repairs = [.. old?.Repairs ?? [], .. repairs],
            FilledBars = allFilled,
            Quarantine = [.. (old?.Quarantine ?? []).Union(quarantine)],
        });
    }
}
