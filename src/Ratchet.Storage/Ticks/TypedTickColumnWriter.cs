using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Ratchet.Storage.Columns;

namespace Ratchet.Storage.Ticks;

/// <summary>Writes a column of one type of elements.</summary>
/// <typeparam name="T">long, double, byte or an enumeration of a byte.</typeparam>
internal sealed class TypedTickColumnWriter<T>(string folder, string file, DiskSteps disk) : TickColumnWriter
    where T : unmanaged
{
    private readonly ColumnWriter<T> writer = new(Path.Combine(folder, file), disk);
    private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    public override void Append(TickColumn column)
    {
        var values = ((TypedTickColumn<T>)column).Values.Span;
        writer.Append(values);
        hash.AppendData(MemoryMarshal.AsBytes(values));
    }

    public override byte[] Finish()
    {
        writer.Finish();
        return hash.GetHashAndReset();
    }

    public override void Dispose()
    {
        writer.Dispose();
        hash.Dispose();
    }
}
