using System.Security.Cryptography;
using Ratchet.Market.Bars;
using Ratchet.Market.Feeds;
using Ratchet.Market.Instruments;
using Ratchet.Market.Quality;
using Ratchet.Numerics.Windows;

namespace Ratchet.Storage.Columns;

/// <summary>Writes one series; the caller holds its lock.</summary>
internal sealed class SeriesWriter(SeriesFolder folder, DiskSteps disk)
{
    public BarManifest Replace(BarSeries bars, SeriesOrigin origin) =>
        Rewrite(bars, generation => folder.Write(bars, generation), null, new SeriesChange(origin));

    public BarManifest Append(BarSeries bars, SeriesOrigin origin)
    {
        var old = folder.ReadManifest();
        var calendar = origin.Calendar ?? (old is null ? TradingCalendar.AroundTheClock : TradingCalendar.Parse(old.Calendar));
        SeriesQuality.RequireClean(bars, new(bars.TimeFrame, calendar, origin.Alignment ?? old?.Alignment ?? BarAlignment.Utc));
        if (old is null)
        {
            return Replace(bars, origin);
        }

        RequireSameKind(old, origin);
        return Add(bars, old, () => new SeriesChange(origin)) ?? old;
    }

    /// <summary>Writes an import: bronze, quarantine, columns, manifest. Nothing is written where the import brings no new bar.</summary>
    public (BarManifest Manifest, string? Quarantine) Import(BarImport import, Action keepBronze)
    {
        var origin = new SeriesOrigin(Path.GetFileName(import.Request.Path), false, import.Request.Calendar, BarAlignment.Utc);
        var bars = import.Pass.Open(import.Symbol, import.TimeFrame);
        SeriesQuality.RequireClean(bars, new(bars.TimeFrame, import.Request.Calendar, BarAlignment.Utc));
        var old = import.Request.Replace ? null : folder.ReadManifest();
        string? quarantine = null;
        SeriesChange Change()
        {
            keepBronze();
            quarantine = KeepQuarantine(import);
            return new(origin)
            {
                Repairs = import.RepairFacts,
                Quarantine = quarantine is null ? [] : [quarantine],
                Filled = import.Filled,
                Summary = Summary(import.Report),
            };
        }

        BarManifest? manifest;
        if (old is null)
        {
            var change = Change();
            manifest = Rewrite(bars, generation => folder.Adopt(import.Pass.Silver, generation), null, change);
        }
        else
        {
            RequireSameKind(old, origin);
            manifest = Add(bars, old, Change);
        }

        quarantine ??= manifest is null && old!.Quarantine.Count > 0 ? old.Quarantine[^1] : null;
        return (manifest ?? old!, quarantine is null ? null : folder.PathOf(quarantine));
    }

    private static void RequireSameKind(BarManifest old, SeriesOrigin origin)
    {
        if (old.Synthetic != origin.Synthetic)
        {
            throw new MarketDataException(
                $"{old.Symbol} {old.TimeFrame}: the stored bars are {(old.Synthetic ? "synthetic" : "real")}, the new ones are not. They are never mixed; replace them.");
        }

        if (origin.Alignment is { } alignment && alignment != old.Alignment)
        {
            throw new MarketDataException(
                $"{old.Symbol} {old.TimeFrame}: the stored bars are {Words(old.Alignment)}, the new ones are {Words(alignment)}. They are never mixed; replace them.");
        }

        if (old.Alignment == BarAlignment.Session && origin.Calendar is { } calendar && calendar.Name != old.Calendar)
        {
            throw new MarketDataException(
                $"{old.Symbol} {old.TimeFrame}: the stored bars are counted from the sessions of {old.Calendar}, the new ones from those of {calendar}. They are never mixed; replace them.");
        }

        static string Words(BarAlignment alignment) => alignment == BarAlignment.Session ? "counted from the opening of each session" : "on the UTC grid";
    }

    private static SortedDictionary<string, long> Summary(QualityReport report)
    {
        var summary = new SortedDictionary<string, long>(StringComparer.Ordinal);
        foreach (var group in report.Defects.CountBy(d => d.Kind))
        {
            summary[group.Key.ToString()] = group.Value;
        }

        if (report.MissingBars > 0)
        {
            summary["MissingBars"] = report.MissingBars;
        }

        return summary;
    }

    /// <summary>Adds bars at the end where that is where they belong, else rewrites the series with them; null where none is new.</summary>
    private BarManifest? Add(BarSeries added, BarManifest old, Func<SeriesChange> change)
    {
        var columns = new ColumnTail(folder, old, disk);
        columns.Repair();
        folder.RemoveUnnamed(old);
        if (added.Count == 0)
        {
            return null;
        }

        var first = folder.FirstAtOrAfter(old, added.OpenTime[0]);
        int known;
        bool isTail;
        using (var overlap = folder.Open(old, new IndexRange(first, old.Rows)))
        {
            known = CleanSeries.CountKnown(overlap.Series, added, out isTail);
            if (known == added.Count)
            {
                return null;
            }
        }

        var tail = added.Slice(new IndexRange(known, added.Count));
        if (isTail && ColumnTail.CanTake(old, tail.Columns))
        {
            return Extend(tail, old, columns, change());
        }

        using var stored = folder.Open(old);
        var joined = CleanSeries.Join(stored.Series, added);
        return Rewrite(joined, generation => folder.Write(joined, generation), old, change());
    }

    private BarManifest Extend(BarSeries tail, BarManifest old, ColumnTail columns, SeriesChange change)
    {
        columns.Write(tail.Columns);
        var rows = checked(old.Rows + tail.Count);
        var from = old.Rows - (old.Rows % BarContentHash.BlockRows);
        var draft = change.Apply(old, tail) with { Rows = rows, LastOpenTime = tail.OpenTime[^1], FirstOpenTime = old.Rows == 0 ? tail.OpenTime[0] : old.FirstOpenTime };
        using (var end = folder.Open(draft, new IndexRange(from, rows)))
        {
            var (link, hash) = BarContentHash.Continue(end.Series, from, old.HashLink);
            draft = draft with { HashLink = link, ContentHash = hash };
        }

        var grid = draft.Grid;
        if (draft.Calendar == old.Calendar)
        {
            draft = draft with { ExpectedRows = old.ExpectedRows + grid.CountExpected(tail) };
        }
        else
        {
            using var all = folder.Open(draft);
            draft = draft with { ExpectedRows = grid.CountExpected(all.Series) };
        }

        var manifest = SeriesQuality.Measure(draft, grid);
        folder.Commit(manifest);
        columns.WriteHeads(rows);
        return manifest;
    }

    private BarManifest Rewrite(BarSeries bars, Func<int, IReadOnlyList<StoredColumn>> write, BarManifest? old, SeriesChange change)
    {
        var generation = folder.NextGeneration();
        var (link, hash) = BarContentHash.Continue(bars, 0, null);
        var draft = change.Apply(old, bars);
        var grid = draft.Grid;
        draft = SeriesQuality.Measure(draft with { ExpectedRows = grid.CountExpected(bars) }, grid);
        var manifest = draft with { Generation = generation, HashLink = link, ContentHash = hash, Columns = write(generation) };
        folder.Commit(manifest);
        return manifest;
    }

    private string? KeepQuarantine(BarImport import)
    {
        if (!import.Pass.WriteQuarantine())
        {
            return null;
        }

        using var stream = File.OpenRead(import.Pass.QuarantinePath);
        var name = $"quarantine.{Convert.ToHexStringLower(SHA256.HashData(stream))[..16]}.csv";
        folder.MoveIn(import.Pass.QuarantinePath, name);
        return name;
    }
}
