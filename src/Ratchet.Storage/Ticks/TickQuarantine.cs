using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Ratchet.Market.Feeds;
using Ratchet.Market.Time;
using Ratchet.Numerics.Windows;
using Ratchet.Storage.Columns;

namespace Ratchet.Storage.Ticks;

/// <summary>Rows that were kept out, as CSV: the number of the row among the file's rows of its kind (from 1), the reasons, the time, and the values as they were read.</summary>
internal sealed class TickQuarantine(string path, DiskSteps disk) : IDisposable
{
    private const int Part = 1 << 16;
    private readonly StringBuilder text = new();
    private readonly SortedDictionary<string, long> defects = new(StringComparer.Ordinal);
    private FileStream? stream;

    public string Path => path;

    public IReadOnlyDictionary<string, long> Defects => defects;

    public bool IsEmpty => stream is null;

    public void Add(SourcePart part, int index, long row, TickDefects found)
    {
        var columns = TickColumns.Of(part, new IndexRange(index, index + 1), new RootTable());
        if (stream is null)
        {
            stream = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.None, 1);
            text.Append("row,reason,utc");
            foreach (var column in columns)
            {
                text.Append(',').Append(Quoted(column.Name));
            }

            text.Append('\n');
        }

        var reasons = Enum.GetValues<TickDefects>().Where(d => d != TickDefects.None && found.HasFlag(d)).Select(d => d.ToString()).ToArray();
        foreach (var reason in reasons)
        {
            defects[reason] = defects.GetValueOrDefault(reason) + 1;
        }

        var time = TickColumns.Times(part).Span[index];
        text.Append(CultureInfo.InvariantCulture, $"{row},{string.Join(' ', reasons)},{UtcTime.Format(time / 1_000_000)}");
        foreach (var column in columns)
        {
            text.Append(',').Append(column.Name == "root" && part.Options is { } options ? Quoted(options.Columns.Root.Span[index]) : column.Text(0));
        }

        text.Append('\n');
        Write(Part);
    }

    /// <summary>Flushes and closes the file; gives the name that it has in the store, or null where there are no bad rows.</summary>
    public string? Finish()
    {
        if (stream is null)
        {
            return null;
        }

        Write(0);
        disk.Flush(stream, "quarantine");
        stream.Dispose();
        using var content = File.OpenRead(path);
        return $"quarantine.{Convert.ToHexStringLower(SHA256.HashData(content))[..16]}.csv";
    }

    public void Dispose() => stream?.Dispose();

    private static string Quoted(string field) =>
        field.AsSpan().IndexOfAny(",\"\n\r") < 0 ? field : $"\"{field.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private void Write(int most)
    {
        if (text.Length > most)
        {
            disk.Write(stream!, Encoding.UTF8.GetBytes(text.ToString()), "quarantine");
            text.Clear();
        }
    }
}
