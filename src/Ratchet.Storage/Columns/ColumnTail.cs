using System.Runtime.InteropServices;
using Ratchet.Market.Bars;
using Ratchet.Market.Feeds;

namespace Ratchet.Storage.Columns;

/// <summary>
/// Adds bars behind the end of a series' column files. The bytes are flushed before a manifest counts them; the heads, which state the number of rows to
/// other readers such as NumPy, are brought up to date afterwards, each in one step: a head never states rows that the file does not have. What a crash left behind the counted rows is cut off first, and a head that it left
/// behind its time is written again. The cost does not depend on the length of the series.
/// </summary>
internal sealed class ColumnTail(SeriesFolder folder, BarManifest manifest, DiskSteps disk)
{
    /// <summary>Whether the columns can take the bars: every value must have a column.</summary>
    public static bool CanTake(BarManifest manifest, BarColumns added) =>
        Fits(manifest, ColumnNames.TradeCount, added.TradeCount) && Fits(manifest, ColumnNames.TakerBuyVolume, added.TakerBuyVolume);

    /// <summary>Removes what a crash may have left: bytes behind the rows that count, and heads that state fewer.</summary>
    public void Repair()
    {
        foreach (var column in manifest.Columns)
        {
            if (column.Name == ColumnNames.OpenTime)
            {
                Repair<long>(column);
            }
            else
            {
                Repair<double>(column);
            }
        }
    }

    /// <summary>Writes the bars and flushes them; after <see cref="Repair()"/>.</summary>
    public void Write(BarColumns added)
    {
        foreach (var column in manifest.Columns)
        {
            if (column.Name == ColumnNames.OpenTime)
            {
                Write(column, added.OpenTime.Span);
            }
            else
            {
                var values = ValuesOf(column.Name, added);
                Write(column, values.IsEmpty ? Unknown(added.OpenTime.Length) : values.Span);
            }
        }
    }

    /// <summary>Writes the number of rows into the heads.</summary>
    public void WriteHeads(int rows)
    {
        foreach (var column in manifest.Columns)
        {
            using var stream = Open(column);
            disk.WriteHead(stream, column.Name == ColumnNames.OpenTime ? NpyHeader.Write<long>(rows) : NpyHeader.Write<double>(rows), column.Name);
        }
    }

    private static bool Fits(BarManifest manifest, string name, ReadOnlyMemory<double> values) =>
        manifest.Columns.Any(c => c.Name == name) || !values.Span.ContainsAnyInRange(double.NegativeInfinity, double.PositiveInfinity);

    private static double[] Unknown(int count)
    {
        var values = new double[count];
        values.AsSpan().Fill(double.NaN);
        return values;
    }

    private static ReadOnlyMemory<double> ValuesOf(string name, BarColumns added) => name switch
    {
        ColumnNames.Open => added.Open,
        ColumnNames.High => added.High,
        ColumnNames.Low => added.Low,
        ColumnNames.Close => added.Close,
        ColumnNames.Volume => added.Volume,
        ColumnNames.TradeCount => added.TradeCount,
        _ => added.TakerBuyVolume,
    };

    private FileStream Open(StoredColumn column) =>
        new(folder.PathOf(Path.GetFileName(column.File)), FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete, 1);

    private void Write<T>(StoredColumn column, ReadOnlySpan<T> values)
        where T : unmanaged
    {
        using var stream = Open(column);
        stream.Position = stream.Length;
        disk.Write(stream, MemoryMarshal.AsBytes(values), column.Name);
        disk.Flush(stream, column.Name);
    }

    private void Repair<T>(StoredColumn column)
        where T : unmanaged
    {
        using var stream = Open(column);
        var head = NpyHeader.Write<T>(manifest.Rows);
        var offset = NpyHeader.Read<T>(stream.Name, stream, manifest.Rows).DataOffset;
        if (offset != head.Length)
        {
            throw MarketDataException.At(stream.Name, 0, null, "its head has another length than this version writes.", "Import the data again with --replace.");
        }

        var end = offset + ((long)manifest.Rows * sizeof(double));
        if (stream.Length > end)
        {
            disk.CutTo(stream, end, column.Name);
        }

        stream.Position = 0;
        var there = new byte[offset];
        stream.ReadExactly(there);
        if (!there.AsSpan().SequenceEqual(head))
        {
            disk.WriteHead(stream, head, column.Name);
        }
    }
}
