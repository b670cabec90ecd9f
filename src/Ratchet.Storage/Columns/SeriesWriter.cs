using System.Security.Cryptography;
using Ratchet.Market.Bars;
using Ratchet.Market.Feeds;
using Ratchet.Market.Instruments;
using Ratchet.Numerics.Windows;

namespace Ratchet.Storage.Columns;

/// <summary>Writes one series; the caller holds its lock.</summary>
internal sealed class SeriesWriter(SeriesFolder folder, DiskSteps disk)
{
    public BarManifest Replace(BarSeries bars, SeriesChange change) =>
        Rewrite(bars, generation => folder.Write(bars, generation), null, change);

    public BarManifest Append(BarSeries bars, SeriesOrigin origin)
    {
        var old = folder.ReadManifest();
        var calendar = origin.Calendar ?? (old is null ? TradingCalendar.AroundTheClock : TradingCalendar.Parse(old.Calendar));
        SeriesQuality.RequireClean(bars, new(bars.TimeFrame, calendar, origin.Alignment ?? old?.Alignment ?? BarAlignment.Utc));
        if (old is null)
        {
            return Replace(bars, new(origin));
        }

        RequireSameKind(old, origin);
        return Add(bars, old, () => new SeriesChange(origin)) ?? old;
    }

    /// <summary>Writes an import: bronze, quarantine, columns, manifest. Nothing is written where the import brings neither a new bar nor a new bad row.</summary>
    public (BarManifest Manifest, string? Quarantine) Import(BarImport import, Action keepBronze)
    {
        var origin = new SeriesOrigin(Path.GetFileName(import.Request.Path), false, import.Pass.Calendar, BarAlignment.Utc);
        var bars = import.Pass.Open(import.Symbol, import.TimeFrame);
        SeriesQuality.RequireClean(bars, new(bars.TimeFrame, import.Pass.Calendar, BarAlignment.Utc));
        var old = import.Request.Replace ? null : folder.ReadManifest();
        var quarantine = StageQuarantine(import);
        SeriesChange Change(int filled)
        {
            keepBronze();
            if (quarantine is not null)
            {
                folder.MoveIn(import.Pass.QuarantinePath, quarantine);
            }

            return new(origin)
            {
                Repairs = import.RepairFacts,
                Quarantine = quarantine is null ? [] : [quarantine],
                Filled = filled,
                Check = import.Request.Quality,
                Report = import.Report,
            };
        }

        BarManifest manifest;
        if (old is null)
        {
            var change = Change(import.Pass.Filled.Count);
            manifest = Rewrite(bars, generation => folder.Adopt(import.Pass.Silver, generation), null, change);
        }
        else
        {
            RequireSameKind(old, origin);
            if (Add(bars, old, () => Change(CountNew(old, import.Pass.Filled))) is { } added)
            {
                manifest = added;
            }
            else if (quarantine is not null && QuarantinedRows.Of(folder, old).Add(import.Pass.QuarantinePath))
            {
                var draft = old with { Quarantine = [.. old.Quarantine.Union(Change(0).Quarantine)] };
                manifest = draft with { QualitySummary = SeriesSummary.OfQuarantined(folder, draft) };
                folder.Commit(manifest);
            }
            else
            {
                manifest = old;
                quarantine = old.Quarantine.Count > 0 ? old.Quarantine[^1] : null;
            }
        }

        return (manifest, quarantine is null ? null : folder.PathOf(quarantine));
    }

    /// <summary>How many of some rising times have no stored bar.</summary>
    private int CountNew(BarManifest old, IReadOnlyList<long> times)
    {
        if (times.Count == 0)
        {
            return 0;
        }

        using var stored = folder.Open(old);
        var count = 0;
        foreach (var time in times)
        {
            count += stored.Series.OpenTime.BinarySearch(time) < 0 ? 1 : 0;
        }

        return count;
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

        if (origin.Calendar is { } given)
        {
            SeriesCalendar.RequireSame(old, given);
        }

        static string Words(BarAlignment alignment) => alignment == BarAlignment.Session ? "counted from the opening of each session" : "on the UTC grid";
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
        bool isEnriched;
        using (var overlap = folder.Open(old, new IndexRange(first, old.Rows)))
        {
            known = CleanSeries.CountKnown(overlap.Series, added, out isTail, out isEnriched);
            if (known == added.Count && !isEnriched)
            {
                return null;
            }
        }

        var tail = added.Slice(new IndexRange(known, added.Count));
        if (isTail && !isEnriched && ColumnTail.CanTake(old, tail.Columns))
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
        draft = draft with { ExpectedRows = old.ExpectedRows + grid.CountExpected(tail) };
        if (change.Check is { } options)
        {
            draft = draft with { QualitySummary = SeriesSummary.OfExtended(folder, draft, old.Rows, options) };
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
        if (change.Check is not null)
        {
            draft = draft with { QualitySummary = SeriesSummary.OfWhole(folder, draft, bars, change) };
        }

        var manifest = draft with { Generation = generation, HashLink = link, ContentHash = hash, Columns = write(generation) };
        folder.Commit(manifest);
        return manifest;
    }

    /// <summary>Writes the rows that were kept out into the staging folder; gives the name that they will have, or null where there are none.</summary>
    private static string? StageQuarantine(BarImport import)
    {
        if (!import.Pass.WriteQuarantine())
        {
            return null;
        }

        using var stream = File.OpenRead(import.Pass.QuarantinePath);
        return $"quarantine.{Convert.ToHexStringLower(SHA256.HashData(stream))[..16]}.csv";
    }
}
