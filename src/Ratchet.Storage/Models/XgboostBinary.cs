using System.Buffers;
using System.Buffers.Binary;
using System.Text;
using System.Text.Json;

namespace Ratchet.Storage.Models;

/// <summary>
/// Rewrites binary JSON (UBJSON draft 12, as XGBoost writes it: big-endian, typed arrays with a count) as plain JSON. Numbers that JSON cannot hold become texts, which
/// the reader of the fields then refuses by name.
/// </summary>
internal sealed class XgboostBinary
{
    private const int MaxDepth = 64;
    private readonly ReadOnlyMemory<byte> content;
    private readonly string file;
    private readonly Utf8JsonWriter writer;
    private int at;

    private XgboostBinary(ReadOnlyMemory<byte> content, string file, Utf8JsonWriter writer)
    {
        this.content = content;
        this.file = file;
        this.writer = writer;
    }

    /// <summary>Whether content starts like a binary object: with the type of a key's length, where JSON has a quotation mark or white space.</summary>
    public static bool IsBinary(ReadOnlySpan<byte> content) => content.Length > 1 && content[0] == '{' && "LlIiU#$N"u8.Contains(content[1]);

    public static ReadOnlyMemory<byte> ToJson(ReadOnlyMemory<byte> content, string file)
    {
        var buffer = new ArrayBufferWriter<byte>(Math.Max(256, content.Length));
        using (var writer = new Utf8JsonWriter(buffer, new JsonWriterOptions { SkipValidation = true }))
        {
            var reader = new XgboostBinary(content, file, writer);
            reader.WriteValue(reader.TakeType(), 0);
            if (reader.at != content.Length)
            {
                throw reader.Error($"{content.Length - reader.at} bytes follow the end of the model");
            }
        }

        return buffer.WrittenMemory;
    }

    private void WriteValue(byte type, int depth)
    {
        if (depth > MaxDepth)
        {
            throw Error($"values are nested more than {MaxDepth} deep");
        }

        switch (type)
        {
            case (byte)'{':
                WriteObject(depth);
                break;
            case (byte)'[':
                WriteArray(depth);
                break;
            case (byte)'S':
                writer.WriteStringValue(TakeText());
                break;
            case (byte)'C':
                writer.WriteStringValue(Encoding.Latin1.GetString(Take(1)));
                break;
            case (byte)'T' or (byte)'F':
                writer.WriteBooleanValue(type == 'T');
                break;
            case (byte)'Z':
                writer.WriteNullValue();
                break;
            case (byte)'d':
                WriteReal(BinaryPrimitives.ReadSingleBigEndian(Take(4)));
                break;
            case (byte)'D':
                WriteReal(BinaryPrimitives.ReadDoubleBigEndian(Take(8)));
                break;
            default:
                writer.WriteNumberValue(TakeInteger(type));
                break;
        }
    }

    private void WriteObject(int depth)
    {
        writer.WriteStartObject();
        while (TakeType() is var type && type != '}')
        {
            writer.WritePropertyName(TakeText(TakeInteger(type)));
            WriteValue(TakeType(), depth + 1);
        }

        writer.WriteEndObject();
    }

    private void WriteArray(int depth)
    {
        writer.WriteStartArray();
        var first = TakeType();
        if (first == '$')
        {
            var type = TakeType();
            if (!"iUIlLdD"u8.Contains(type) || TakeType() != '#')
            {
                throw Error("a typed array is not one of numbers with a count");
            }

            for (var left = TakeInteger(TakeType()); left > 0; left--)
            {
                WriteValue(type, depth + 1);
            }
        }
        else if (first == '#')
        {
            for (var left = TakeInteger(TakeType()); left > 0; left--)
            {
                WriteValue(TakeType(), depth + 1);
            }
        }
        else
        {
            for (var type = first; type != ']'; type = TakeType())
            {
                WriteValue(type, depth + 1);
            }
        }

        writer.WriteEndArray();
    }

    private void WriteReal(double value)
    {
        if (!double.IsFinite(value))
        {
            writer.WriteStringValue($"{value}");
        }
        else if ((float)value == value)
        {
            writer.WriteNumberValue((float)value);
        }
        else
        {
            writer.WriteNumberValue(value);
        }
    }

    private byte TakeType()
    {
        var type = Take(1)[0];
        while (type == 'N')
        {
            type = Take(1)[0];
        }

        return type;
    }

    private long TakeInteger(byte type) => type switch
    {
        (byte)'i' => (sbyte)Take(1)[0],
        (byte)'U' => Take(1)[0],
        (byte)'I' => BinaryPrimitives.ReadInt16BigEndian(Take(2)),
        (byte)'l' => BinaryPrimitives.ReadInt32BigEndian(Take(4)),
        (byte)'L' => BinaryPrimitives.ReadInt64BigEndian(Take(8)),
        _ => throw Error($"there is the mark 0x{type:X2}, which starts no value"),
    };

    private string TakeText() => TakeText(TakeInteger(TakeType()));

    private string TakeText(long length) => Encoding.UTF8.GetString(Take(length));

    private ReadOnlySpan<byte> Take(long count)
    {
        if (count < 0 || count > content.Length - at)
        {
            throw Error($"{count} bytes are announced and {content.Length - at} are left");
        }

        var result = content.Span.Slice(at, (int)count);
        at += (int)count;
        return result;
    }

    private InvalidDataException Error(string what) =>
        new($"{file}: binary JSON at byte {at}: {what}; the file is cut off or damaged. {XgboostField.SaveAgain}");
}
