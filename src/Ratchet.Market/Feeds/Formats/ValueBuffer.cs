namespace Ratchet.Market.Feeds.Formats;

/// <summary>Named numbers that wait to be given out.</summary>
internal sealed class ValueBuffer(PartSink sink, SourcePart part, IReadOnlyList<string> names) : RowBuffer(sink, part, names.Count)
{
    public void Add(long time, ReadOnlySpan<double> values, LineSource source)
    {
        var i = Next(time, source);
        for (var c = 0; c < values.Length; c++)
        {
            Numbers[c][i] = values[c];
        }
    }

    protected override SourcePart Build(SourcePart empty)
    {
        var columns = new ReadOnlyMemory<double>[names.Count];
        for (var c = 0; c < columns.Length; c++)
        {
            columns[c] = Column(c);
        }

        return empty with { Values = new(TimeColumn(), names, columns) };
    }
}
