using System.Diagnostics.CodeAnalysis;
using Ratchet.Market.Feeds;
using Ratchet.Market.Time;
using Ratchet.Numerics.Windows;

namespace Ratchet.Storage.Ticks;

/// <summary>
/// Finds which rows of an import are stored already. Ticks have no key: several may share a time, and be equal. Rows count as known only where the whole
/// sequence of stored rows in the import's range of time is equal, bit by bit, to the import's own from its first row on, and it spans more than one
/// instant or the whole import. The import may go on behind an earlier import's end; anything else that overlaps is an error.
/// </summary>
internal sealed class TickOverlap
{
    private const int Chunk = 1 << 18;
    private long known;
    private long from = long.MaxValue;
    private long to = long.MinValue;
    private bool isBehind;

    /// <summary>How many of the import's rows, from its first on, are stored already.</summary>
    /// <exception cref="MarketDataException">The ranges overlap, and the rows are not the same.</exception>
    [SuppressMessage("Reliability", "CA2000:Dispose objects before losing scope", Justification = "Both partitions are disposed by their using declarations; either may be null.")]
    public static long CountKnown(TickFolder folder, TickManifest old, StagedTicks staged, string source)
    {
        var (first, last) = (staged.FirstTime, staged.LastTime);
        if (!old.Imports.Any(i => i.FirstTime <= last && first <= i.LastTime))
        {
            return 0;
        }

        var overlap = new TickOverlap();
        var names = staged.Partitions.Select(p => p.Name).Union(old.Partitions.Where(p => p.FirstTime <= last && first <= p.LastTime).Select(p => p.Name));
        foreach (var name in names.Order(StringComparer.Ordinal))
        {
            using var theirs = folder.Map(old, name);
            using var ours = staged.Map(name);
            if (!overlap.TryAdd(ours, theirs, theirs?.Between(first, last) ?? default, name == staged.Partitions[^1].Name))
            {
                throw Conflict(old, source, first, last);
            }
        }

        var isAll = overlap.known == staged.GoodRows;
        var goesOn = overlap.known > 0 && overlap.to > overlap.from && !old.Imports.Any(i => i.FirstTime <= last && overlap.to < i.LastTime);
        return isAll || goesOn ? overlap.known : throw Conflict(old, source, first, last);
    }

    /// <summary>Takes one partition of both; false where they contradict each other.</summary>
    private bool TryAdd(MappedPartition? ours, MappedPartition? theirs, IndexRange there, bool isLast)
    {
        var here = ours?.Partition.Rows ?? 0;
        if (there.IsEmpty)
        {
            isBehind |= here > 0;
            return true;
        }

        // The import may end within an instant of which more is stored; the store may end within one of which the import has more.
        var common = Math.Min(here, there.Length);
        if (isBehind || common == 0 || (there.Length > here && !isLast)
            || !AreEqual(ours!.Part(new IndexRange(0, common)), theirs!.Part(new IndexRange(there.Start, there.Start + common))))
        {
            return false;
        }

        var times = ours.Column<long>(TickColumns.Time).Span;
        (from, to) = (Math.Min(from, times[0]), times[common - 1]);
        known += common;
        isBehind = here > there.Length;
        return true;
    }

    private static bool AreEqual(SourcePart ours, SourcePart theirs)
    {
        var roots = new RootTable();
        for (var at = 0; at < ours.Count; at += Chunk)
        {
            var rows = new IndexRange(at, Math.Min(ours.Count, at + Chunk));
            var a = TickColumns.Of(ours, rows, roots);
            var b = TickColumns.Of(theirs, rows, roots);
            for (var c = 0; c < a.Count; c++)
            {
                if (!a[c].Bytes.SequenceEqual(b[c].Bytes))
                {
                    return false;
                }
            }
        }

        return true;
    }

    private static MarketDataException Conflict(TickManifest old, string source, long first, long last) => new(
        $"{source}: its {TickNames.Rows(old.Kind)} from {UtcTime.Format(first / 1_000_000)} to {UtcTime.Format(last / 1_000_000)} overlap the stored ones of {old.Symbol} " +
        $"({UtcTime.Format(old.FirstTime / 1_000_000)} to {UtcTime.Format(old.LastTime / 1_000_000)}) and are not the same rows; without a number for each row nothing says which are new. " +
        "Cut the file to the time that is not stored, store it under another --pair, or give --replace to put it in place of all that is stored.");
}
