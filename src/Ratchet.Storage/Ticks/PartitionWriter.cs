using Ratchet.Market.Feeds;
using Ratchet.Numerics.Windows;
using Ratchet.Storage.Columns;

namespace Ratchet.Storage.Ticks;

/// <summary>Writes the rows of one partition into a staged folder, part by part.</summary>
internal sealed class PartitionWriter : IDisposable
{
    private const int Chunk = 1 << 16;
    private readonly string folder;
    private readonly string name;
    private readonly DiskSteps disk;
    private readonly RootTable roots = new();
    private TickColumnWriter[] writers = [];
    private long first;
    private long last;
    private int rows;

    public PartitionWriter(string folder, string name, DiskSteps disk)
    {
        this.folder = folder;
        this.name = name;
        this.disk = disk;
        disk.CreateFolder(folder);
    }

    /// <summary>The columns that are written.</summary>
    public IReadOnlyList<StoredColumn> Columns { get; private set; } = [];

    public void Append(SourcePart part, IndexRange range)
    {
        for (var from = range.Start; from < range.End; from += Chunk)
        {
            AppendChunk(part, new IndexRange(from, Math.Min(range.End, from + Chunk)));
        }
    }

    /// <summary>Flushes and closes the files; the folder's name is the staged one.</summary>
    public TickPartition Finish()
    {
        var digests = writers.Select(w => w.Finish()).ToArray();
        Dispose();
        disk.FlushFolder(folder);
        var hash = TickContentHash.OfPartition(rows, Columns.Select((c, i) => (c.Name, c.Type, digests[i])), roots.Names);
        return new(name, folder, rows, first, last, hash) { Roots = [.. roots.Names] };
    }

    public void Dispose()
    {
        foreach (var writer in writers)
        {
            writer.Dispose();
        }
    }

    private void AppendChunk(SourcePart part, IndexRange range)
    {
        var columns = TickColumns.Of(part, range, roots);
        if (writers.Length == 0)
        {
            writers = [.. columns.Select(c => c.CreateWriter(folder, disk))];
            Columns = [.. columns.Select(c => new StoredColumn(c.Name, c.File, c.Type))];
            first = TickColumns.Times(part).Span[range.Start];
        }

        for (var c = 0; c < writers.Length; c++)
        {
            writers[c].Append(columns[c]);
        }

        rows = checked(rows + range.Length);
        last = TickColumns.Times(part).Span[range.End - 1];
    }
}
