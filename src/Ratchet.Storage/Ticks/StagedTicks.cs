using Ratchet.Market.Feeds;
using Ratchet.Market.Instruments;
using Ratchet.Numerics.Windows;
using Ratchet.Storage.Columns;

namespace Ratchet.Storage.Ticks;

/// <summary>The rows of one kind on their way: checked, the good ones into staged partitions, the bad ones into a quarantine file.</summary>
internal sealed class StagedTicks : IDisposable
{
    private readonly string folder;
    private readonly DiskSteps disk;
    private readonly List<TickPartition> partitions = [];
    private TickDefects[] defects = [];
    private IReadOnlyList<StoredColumn> columns = [];
    private PartitionWriter? open;
    private long openUntil = long.MinValue;
    private long last = long.MinValue;
    private string? instrument;

    public StagedTicks(TickKind kind, string folder, DiskSteps disk)
    {
        Kind = kind;
        this.folder = folder;
        this.disk = disk;
        disk.CreateFolder(folder);
        Quarantine = new(Path.Combine(folder, "quarantine.csv"), disk);
    }

    public TickKind Kind { get; }

    public TickQuarantine Quarantine { get; }

    /// <summary>All rows, bad ones too.</summary>
    public long Rows { get; private set; }

    public long GoodRows { get; private set; }

    /// <summary>The time of the first good row.</summary>
    public long FirstTime => partitions[0].FirstTime;

    /// <summary>The time of the last good row.</summary>
    public long LastTime => partitions[^1].LastTime;

    /// <summary>The share of good rows.</summary>
    public double Quality => Rows == 0 ? 0 : (double)GoodRows / Rows;

    public TickLayout Layout => new(Kind, instrument, columns);

    /// <summary>The staged partitions, their folders as full paths; after <see cref="Finish"/>.</summary>
    public IReadOnlyList<TickPartition> Partitions => partitions;

    /// <summary>The name that the quarantine file has in the store; null without bad rows.</summary>
    public string? QuarantineName { get; private set; }

    public void Add(SourcePart part)
    {
        instrument ??= part.Options?.Underlying ?? part.Instrument;
        defects = defects.Length < part.Count ? new TickDefects[part.Count] : defects;
        TickChecks.Find(part, defects, ref last);
        var times = TickColumns.Times(part).Span;
        for (var i = 0; i < part.Count;)
        {
            if (defects[i] != TickDefects.None)
            {
                Quarantine.Add(part, i, Rows + i + 1, defects[i]);
                i++;
                continue;
            }

            if (times[i] > openUntil)
            {
                Close();
                var name = TickCalendar.NameOf(Kind, times[i]);
                openUntil = TickCalendar.LastOf(Kind, times[i]);
                open = new(Path.Combine(folder, name), name, disk);
            }

            var end = i + 1;
            while (end < part.Count && defects[end] == TickDefects.None && times[end] <= openUntil)
            {
                end++;
            }

            open!.Append(part, new IndexRange(i, end));
            GoodRows += end - i;
            i = end;
        }

        Rows += part.Count;
    }

    public void Finish()
    {
        Close();
        QuarantineName = Quarantine.Finish();
    }

    /// <summary>The hash of the good rows as a series of their own.</summary>
    public string HashAs(Symbol symbol) => TickContentHash.OfSeries(symbol, Kind, partitions);

    /// <summary>A staged partition, or null where there is none of that name.</summary>
    public MappedPartition? Map(string name) => partitions.Find(p => p.Name == name) is { } found ? new(Layout, found.Folder, found) : null;

    /// <summary>A folder for a partition that is made of staged rows and stored ones.</summary>
    public string FolderFor(string name) => Path.Combine(folder, name + ".joined");

    public void Dispose()
    {
        open?.Dispose();
        Quarantine.Dispose();
    }

    private void Close()
    {
        if (open is null)
        {
            return;
        }

        partitions.Add(open.Finish());
        columns = open.Columns;
        open = null;
    }
}
