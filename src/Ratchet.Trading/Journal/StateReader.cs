using System.Buffers.Binary;
using System.Text;

namespace Ratchet.Trading.Journal;

/// <summary>Reads what a <see cref="StateWriter"/> wrote.</summary>
/// <param name="input">The bytes.</param>
public ref struct StateReader(ReadOnlySpan<byte> input)
{
    private ReadOnlySpan<byte> rest = input;

    /// <summary>Whether all bytes were read.</summary>
    public readonly bool AtEnd => rest.IsEmpty;

    /// <summary>Reads a truth value.</summary>
    /// <exception cref="InvalidDataException">The bytes end, or the byte is neither 0 nor 1.</exception>
    public bool ReadBoolean() => ReadByte() switch
    {
        0 => false,
        1 => true,
        var other => throw new InvalidDataException($"A state holds {other} where a truth value, 0 or 1, belongs."),
    };

    /// <summary>Reads a byte.</summary>
    /// <exception cref="InvalidDataException">The bytes end.</exception>
    public byte ReadByte() => Take(1)[0];

    /// <summary>Reads four bytes.</summary>
    /// <exception cref="InvalidDataException">The bytes end.</exception>
    public int ReadInt32() => BinaryPrimitives.ReadInt32LittleEndian(Take(4));

    /// <summary>Reads eight bytes.</summary>
    /// <exception cref="InvalidDataException">The bytes end.</exception>
    public long ReadInt64() => BinaryPrimitives.ReadInt64LittleEndian(Take(8));

    /// <summary>Reads a double.</summary>
    /// <exception cref="InvalidDataException">The bytes end.</exception>
    public double ReadDouble() => BitConverter.Int64BitsToDouble(ReadInt64());

    /// <summary>Reads a decimal.</summary>
    /// <exception cref="InvalidDataException">The bytes end, or are no decimal.</exception>
    public decimal ReadDecimal()
    {
        Span<int> parts = stackalloc int[4];
        for (var i = 0; i < parts.Length; i++)
        {
            parts[i] = ReadInt32();
        }

        try
        {
            return new(parts);
        }
        catch (ArgumentException e)
        {
            throw new InvalidDataException("A state holds bytes that are no decimal where one belongs.", e);
        }
    }

    /// <summary>Reads a text, or null where none was written.</summary>
    /// <exception cref="InvalidDataException">The bytes end, or the length is impossible.</exception>
    public string? ReadText()
    {
        var count = ReadInt32();
        return count switch
        {
            -1 => null,
            < 0 => throw new InvalidDataException($"A state holds a text of {count} bytes."),
            _ => Encoding.UTF8.GetString(Take(count)),
        };
    }

    private ReadOnlySpan<byte> Take(int count)
    {
        if (count > rest.Length)
        {
            throw new InvalidDataException($"A state ends {count - rest.Length} bytes too early.");
        }

        var taken = rest[..count];
        rest = rest[count..];
        return taken;
    }
}
