namespace Ratchet.Market.Feeds.Formats;

/// <summary>Rows of one part that grow until the sink's limit and are then given out; the memory is used again afterwards.</summary>
internal abstract class RowBuffer(PartSink sink, SourcePart part, int numbers)
{
    private const int FirstCapacity = 1024;

    private long previous = long.MinValue;

    /// <summary>How many rows wait to be given out.</summary>
    protected int Count { get; private set; }

    protected long[] Times { get; private set; } = new long[Math.Min(FirstCapacity, sink.Limit)];

    /// <summary>The columns of numbers.</summary>
    protected double[][] Numbers { get; } = NewColumns(numbers, Math.Min(FirstCapacity, sink.Limit));

    /// <summary>Gives out what waits.</summary>
    public void Flush()
    {
        if (Count > 0)
        {
            sink.Give(Build(part));
            Count = 0;
        }
    }

    /// <summary>Room for one more row at a time, which must not be before the row before.</summary>
    protected int Next(long time, LineSource source)
    {
        if (time < previous)
        {
            throw source.Error("time", $"the row is {previous - time} nanoseconds before the row above it.", "Sort the rows by time, or export them in order.");
        }

        return NextUnordered(time);
    }

    protected int NextUnordered(long time)
    {
        previous = time;
        if (Count == Times.Length)
        {
            if (Count >= sink.Limit)
            {
                Flush();
            }
            else
            {
                Grow((int)Math.Min(sink.Limit, Count * 2L));
            }
        }

        Times[Count] = time;
        return Count++;
    }

    /// <summary>The waiting rows as a series of their own kind.</summary>
    protected abstract SourcePart Build(SourcePart empty);

    /// <summary>Makes the columns that are no numbers longer.</summary>
    protected virtual void GrowOthers(int length)
    {
    }

    protected ReadOnlyMemory<long> TimeColumn() => Times.AsMemory(0, Count);

    protected ReadOnlyMemory<double> Column(int index) => Numbers[index].AsMemory(0, Count);

    private static double[][] NewColumns(int count, int length)
    {
        var columns = new double[count][];
        for (var c = 0; c < count; c++)
        {
            columns[c] = new double[length];
        }

        return columns;
    }

    private void Grow(int length)
    {
        var times = Times;
        Array.Resize(ref times, length);
        Times = times;
        for (var c = 0; c < Numbers.Length; c++)
        {
            Array.Resize(ref Numbers[c], length);
        }

        GrowOthers(length);
    }
}
