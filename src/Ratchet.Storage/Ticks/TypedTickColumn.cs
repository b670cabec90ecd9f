using System.Globalization;
using System.Runtime.InteropServices;
using Ratchet.Storage.Columns;

namespace Ratchet.Storage.Ticks;

/// <summary>A column of one type of elements.</summary>
/// <typeparam name="T">long, double, byte or an enumeration of a byte.</typeparam>
internal sealed class TypedTickColumn<T>(string name, string file, ReadOnlyMemory<T> values) : TickColumn(name, file)
    where T : unmanaged
{
    public ReadOnlyMemory<T> Values => values;

    public override string Type => NpyHeader.DescriptionOf<T>();

    public override ReadOnlySpan<byte> Bytes => MemoryMarshal.AsBytes(values.Span);

    public override TickColumnWriter CreateWriter(string folder, DiskSteps disk) => new TypedTickColumnWriter<T>(folder, File, disk);

    public override string Text(int row) => values.Span[row] switch
    {
        double number => double.IsNaN(number) ? string.Empty : number.ToString("R", CultureInfo.InvariantCulture),
        long whole => whole.ToString(CultureInfo.InvariantCulture),
        var other => other.ToString() ?? string.Empty,
    };
}
