using Ratchet.Market.Feeds;
using Ratchet.Numerics.Windows;
using Ratchet.Storage.Columns;

namespace Ratchet.Storage.Ticks;

/// <summary>The columns of one partition, mapped when they are first asked for.</summary>
internal sealed class MappedPartition(TickLayout layout, string folder, TickPartition partition) : IDisposable
{
    private readonly Dictionary<string, IDisposable> columns = new(StringComparer.Ordinal);

    public TickPartition Partition => partition;

    public ReadOnlyMemory<T> Column<T>(string name)
        where T : unmanaged
    {
        if (!columns.TryGetValue(name, out var mapped))
        {
            var file = layout.Columns.FirstOrDefault(c => c.Name == name)?.File
                ?? throw new MarketDataException($"{folder}: the manifest names no column '{name}'. Import the data again, or restore the folder from a backup.");
            columns[name] = mapped = NpyFile.Map<T>(Path.Combine(folder, file), partition.Rows);
        }

        return ((MappedColumn<T>)mapped).Memory;
    }

    /// <summary>The rows whose time is not before one and not after another, both in nanoseconds. Bisection.</summary>
    public IndexRange Between(long first, long last)
    {
        var times = Column<long>(TickColumns.Time).Span;
        var from = Below(times, first, orEqual: false);
        return new(from, Math.Max(from, Below(times, last, orEqual: true)));
    }

    public SourcePart Part(IndexRange rows) => TickParts.Build(layout, [(this, rows)]);

    public void Dispose()
    {
        foreach (var column in columns.Values)
        {
            column.Dispose();
        }
    }

    /// <summary>How many times are before one, or before it or equal to it.</summary>
    private static int Below(ReadOnlySpan<long> times, long time, bool orEqual)
    {
        var from = 0;
        var to = times.Length;
        while (from < to)
        {
            var middle = from + ((to - from) >> 1);
            if (times[middle] < time || (orEqual && times[middle] == time))
            {
                from = middle + 1;
            }
            else
            {
                to = middle;
            }
        }

        return from;
    }
}
