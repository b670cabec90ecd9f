namespace Ratchet.Market.Feeds.Formats;

/// <summary>Bars that wait to be given out.</summary>
internal sealed class BarBuffer(PartSink sink, SourcePart part, bool hasTrades = false, bool hasTaker = false)
{
    private readonly BarChunk chunk = new(hasTrades, hasTaker);
    private RawBarBuffer? rows;

    public void Add(long time, in PriceRow row, int line)
    {
        chunk.Add(time, row, line);
        if (chunk.Count == Math.Min(BarChunk.Rows, sink.Limit))
        {
            Append(chunk);
            chunk.Count = 0;
        }
    }

    /// <summary>Takes over a whole chunk.</summary>
    public void Append(BarChunk other)
    {
        rows ??= new(Math.Min(BarChunk.Rows, sink.Limit), hasTrades, hasTaker);
        rows.Append(other);
        if (rows.Count >= sink.Limit)
        {
            Give(reversed: false);
        }
    }

    public void Flush(bool reversed = false)
    {
        if (chunk.Count > 0)
        {
            rows ??= new(Math.Min(BarChunk.Rows, sink.Limit), hasTrades, hasTaker);
            rows.Append(chunk);
            chunk.Count = 0;
        }

        Give(reversed);
    }

    private void Give(bool reversed)
    {
        if (rows is { Count: > 0 })
        {
            sink.Give(part with { Bars = rows.Take(reversed) });
        }

        rows = null;
    }
}
