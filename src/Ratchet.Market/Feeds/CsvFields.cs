namespace Ratchet.Market.Feeds;

/// <summary>The fields of one line as positions; reused for every line. Quotes around a field are taken off; a doubled quote inside one is left as it is.</summary>
internal sealed class CsvFields(int capacity)
{
    private readonly int[] starts = new int[capacity + 1];
    private readonly int[] ends = new int[capacity + 1];

    /// <summary>How many fields the line has.</summary>
    public int Count { get; private set; }

    public void Split(ReadOnlySpan<byte> line)
    {
        Count = 0;
        var start = 0;
        if (line.Contains((byte)'"'))
        {
            var inQuotes = false;
            for (var i = 0; i < line.Length; i++)
            {
                inQuotes ^= line[i] == '"';
                if (line[i] == ',' && !inQuotes)
                {
                    Add(start, i);
                    start = i + 1;
                }
            }
        }
        else
        {
            for (var at = line.IndexOf((byte)','); at >= 0; at = line[start..].IndexOf((byte)','))
            {
                Add(start, start + at);
                start += at + 1;
            }
        }

        Add(start, line.Length);
    }

    public ReadOnlySpan<byte> Field(ReadOnlySpan<byte> line, int index)
    {
        var field = line[starts[index]..ends[index]].Trim(" \t"u8);
        return field.Length >= 2 && field[0] == '"' && field[^1] == '"' ? field[1..^1].Trim(" \t"u8) : field;
    }

    private void Add(int start, int end)
    {
        if (Count < starts.Length)
        {
            starts[Count] = start;
            ends[Count] = end;
        }

        Count++;
    }
}
