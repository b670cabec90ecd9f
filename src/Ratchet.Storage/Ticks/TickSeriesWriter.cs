using Ratchet.Market.Feeds;
using Ratchet.Market.Instruments;
using Ratchet.Numerics.Windows;
using Ratchet.Storage.Columns;

namespace Ratchet.Storage.Ticks;

/// <summary>Writes one series of ticks; the caller holds its lock.</summary>
internal sealed class TickSeriesWriter(TickFolder folder, DiskSteps disk)
{
    /// <summary>Adds staged rows, or puts them in the place of those there are. Nothing is written where no row is new.</summary>
    /// <returns>The manifest of the whole series, how many rows were new, and the quarantine file of the import that brought these rows.</returns>
    public (TickManifest Manifest, long NewRows, string? Quarantine) Write(
        Symbol symbol, string? part, StagedTicks staged, string source, string? sourceHash, bool replace)
    {
        var rowsHash = staged.HashAs(symbol);
        var old = replace ? null : folder.ReadManifest();
        long known = 0;
        if (old is not null)
        {
            folder.RemoveUnnamed(old);
            RequireSameKind(old, part, staged, source);
            known = old.Imports.Any(i => i.RowsHash == rowsHash) ? staged.GoodRows : TickOverlap.CountKnown(folder, old, staged, source);
            if (known == staged.GoodRows)
            {
                return (old, 0, old.Imports.LastOrDefault(i => i.RowsHash == rowsHash)?.Quarantine);
            }
        }

        var origin = new TickOrigin
        {
            Source = source,
            SourceHash = sourceHash,
            RowsHash = rowsHash,
            Rows = staged.Rows,
            GoodRows = staged.GoodRows,
            NewRows = staged.GoodRows - known,
            FirstTime = staged.FirstTime,
            LastTime = staged.LastTime,
            Defects = new SortedDictionary<string, long>(staged.Quarantine.Defects.ToDictionary(), StringComparer.Ordinal),
            Quarantine = staged.QuarantineName,
        };
        if (origin.Quarantine is not null)
        {
            folder.MoveIn(staged.Quarantine.Path, origin.Quarantine);
        }

        var manifest = Manifest(symbol, part, staged, old, [.. old?.Imports ?? [], origin], MoveIn(staged, old, known));
        folder.Commit(manifest);
        return (manifest, origin.NewRows, origin.Quarantine);
    }

    private static TickManifest Manifest(
        Symbol symbol, string? part, StagedTicks staged, TickManifest? old, IReadOnlyList<TickOrigin> imports, IReadOnlyList<TickPartition> partitions) =>
        new()
        {
            Symbol = symbol,
            Kind = staged.Kind,
            Instrument = old?.Instrument ?? staged.Layout.Instrument,
            Part = part,
            Rows = partitions.Sum(p => (long)p.Rows),
            FirstTime = partitions[0].FirstTime,
            LastTime = partitions[^1].LastTime,
            Quality = (double)imports.Sum(i => i.GoodRows) / imports.Sum(i => i.Rows),
            ContentHash = TickContentHash.OfSeries(symbol, staged.Kind, partitions),
            Columns = staged.Layout.Columns,
            Partitions = partitions,
            Imports = imports,
        };

    private static void RequireSameKind(TickManifest old, string? part, StagedTicks staged, string source)
    {
        if (old.Part != part)
        {
            throw new MarketDataException(
                $"{source}: the stored {TickNames.Rows(old.Kind)} of {old.Symbol} are of contract {old.Part ?? "none"}, the new ones of {part ?? "none"}. They are never mixed; " +
                "give the new ones a symbol of their own with --pair, or put them in place of the stored ones with --replace.");
        }

        if (!old.Columns.SequenceEqual(staged.Layout.Columns))
        {
            throw new MarketDataException(
                $"{source}: the stored {TickNames.Rows(old.Kind)} of {old.Symbol} have other columns: {Only(old.Columns, staged.Layout.Columns)} in the store alone, {Only(staged.Layout.Columns, old.Columns)} in the file alone. They are never mixed; " +
                "give the new ones a symbol of their own with --pair, or put them in place of the stored ones with --replace.");
        }

        static string Only(IReadOnlyList<StoredColumn> columns, IReadOnlyList<StoredColumn> others)
        {
            var names = columns.Except(others).Select(c => c.Name).ToArray();
            return names.Length == 0 ? "none" : string.Join(' ', names.Take(6)) + (names.Length > 6 ? $" and {names.Length - 6} more" : string.Empty);
        }
    }

    /// <summary>Moves the new rows in and gives all partitions in the order of time.</summary>
    private IReadOnlyList<TickPartition> MoveIn(StagedTicks staged, TickManifest? old, long known)
    {
        var generation = folder.NextGeneration();
        var partitions = new SortedDictionary<string, TickPartition>(StringComparer.Ordinal);
        foreach (var partition in old?.Partitions ?? [])
        {
            partitions[partition.Name] = partition;
        }

        foreach (var partition in staged.Partitions)
        {
            var skip = (int)Math.Min(known, partition.Rows);
            known -= skip;
            if (skip == partition.Rows)
            {
                continue;
            }

            var whole = partitions.TryGetValue(partition.Name, out var stored) ? Join(staged, partition, skip, old!, stored) : partition;
            var name = FormattableString.Invariant($"{partition.Name}.{generation}");
            folder.MoveIn(whole.Folder, name);
            partitions[partition.Name] = whole with { Folder = name };
        }

        return [.. partitions.Values];
    }

    /// <summary>A staged partition of the stored rows and the new ones, in the order of time; rows of one instant stay in the order in which they came.</summary>
    private TickPartition Join(StagedTicks staged, TickPartition added, int skip, TickManifest old, TickPartition stored)
    {
        using var writer = new PartitionWriter(staged.FolderFor(added.Name), added.Name, disk);
        using var theirs = folder.Map(TickLayout.Of(old), stored);
        using var ours = staged.Map(added.Name)!;
        var first = ours.Column<long>(TickColumns.Time).Span[skip];
        var before = theirs.Between(long.MinValue, first).End;
        var all = theirs.Part(new IndexRange(0, stored.Rows));
        writer.Append(all, new IndexRange(0, before));
        writer.Append(ours.Part(new IndexRange(0, added.Rows)), new IndexRange(skip, added.Rows));
        writer.Append(all, new IndexRange(before, stored.Rows));
        return writer.Finish();
    }
}
