using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace Ratchet.Trading.Journal;

/// <summary>Writes a state as bytes, little-endian and in one order, so that equal states have equal bytes.</summary>
/// <param name="output">Where the bytes go.</param>
public readonly struct StateWriter(IBufferWriter<byte> output)
{
    /// <summary>Writes a truth value as one byte.</summary>
    /// <param name="value">The value.</param>
    public void Write(bool value) => Write((byte)(value ? 1 : 0));

    /// <summary>Writes a byte.</summary>
    /// <param name="value">The value.</param>
    public void Write(byte value)
    {
        output.GetSpan(1)[0] = value;
        output.Advance(1);
    }

    /// <summary>Writes four bytes.</summary>
    /// <param name="value">The value.</param>
    public void Write(int value)
    {
        BinaryPrimitives.WriteInt32LittleEndian(output.GetSpan(4), value);
        output.Advance(4);
    }

    /// <summary>Writes eight bytes.</summary>
    /// <param name="value">The value.</param>
    public void Write(long value)
    {
        BinaryPrimitives.WriteInt64LittleEndian(output.GetSpan(8), value);
        output.Advance(8);
    }

    /// <summary>Writes the eight bytes of the value; every NaN is written as one.</summary>
    /// <param name="value">The value.</param>
    public void Write(double value) => Write(BitConverter.DoubleToInt64Bits(double.IsNaN(value) ? double.NaN : value));

    /// <summary>Writes the sixteen bytes of the value, its scale included.</summary>
    /// <param name="value">The value.</param>
    public void Write(decimal value)
    {
        Span<int> parts = stackalloc int[4];
        decimal.GetBits(value, parts);
        foreach (var part in parts)
        {
            Write(part);
        }
    }

    /// <summary>Writes the length in bytes and the UTF-8 bytes; a missing text is written as length -1.</summary>
    /// <param name="value">The text.</param>
    public void Write(string? value)
    {
        if (value is null)
        {
            Write(-1);
            return;
        }

        var count = Encoding.UTF8.GetByteCount(value);
        Write(count);
        Encoding.UTF8.GetBytes(value, output.GetSpan(Math.Max(count, 1)));
        output.Advance(count);
    }
}
