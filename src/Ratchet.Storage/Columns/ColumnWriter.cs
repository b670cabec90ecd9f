using System.Runtime.InteropServices;

namespace Ratchet.Storage.Columns;

/// <summary>Writes a column of a length that is known at the end; the head is written last.</summary>
/// <typeparam name="T">long or double.</typeparam>
internal sealed class ColumnWriter<T> : IDisposable
    where T : unmanaged
{
    private readonly DiskSteps disk;
    private readonly string name;
    private readonly FileStream stream;
    private long rows;

    public ColumnWriter(string path, DiskSteps disk)
    {
        this.disk = disk;
        name = Path.GetFileNameWithoutExtension(path);
        stream = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.None, 1);
        stream.Write(NpyHeader.Write<T>(0));
    }

    public void Append(ReadOnlySpan<T> values)
    {
        if (!values.IsEmpty)
        {
            disk.Write(stream, MemoryMarshal.AsBytes(values), name);
            rows += values.Length;
        }
    }

    /// <summary>Writes the head and flushes the file to the disk.</summary>
    public void Finish()
    {
        disk.WriteHead(stream, NpyHeader.Write<T>(rows), name);
        disk.Flush(stream, name);
    }

    public void Dispose() => stream.Dispose();
}
