namespace Ratchet.Market.Feeds.Formats;

/// <summary>Numbers over time of CSV files with a header: every column but the time is a number.</summary>
internal static class ValueReader
{
    public static void Read(SourceJob job)
    {
        using var text = SourceText.Open(job.Path);
        var table = CsvTable.Open(job, text);
        var columns = Enumerable.Range(0, table.Names.Length).Where(c => c != table.TimeIndex).ToArray();
        foreach (var c in columns)
        {
            // Looking for the name finds whether it is there twice.
            table.Find(table.Names[c]);
        }

        var values = new double[columns.Length];
        var rows = new ValueBuffer(job.Sink, new(), [.. columns.Select(c => table.Names[c])]);
        while (table.TryNext())
        {
            for (var c = 0; c < columns.Length; c++)
            {
                values[c] = table.Number(columns[c]);
            }

            rows.Add(table.Time(), values, table.Source);
        }

        rows.Flush();
    }
}
