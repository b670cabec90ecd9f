using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace Ratchet.Market.Feeds.Formats;

/// <summary>Lines of JSON and the fields in them, with errors that name the line and the field.</summary>
internal static class JsonLines
{
    private const long Furthest = long.MaxValue / 1_000_000;

    public static JsonDocument Parse(LineSource source, ReadOnlySpan<byte> json)
    {
        try
        {
            var reader = new Utf8JsonReader(json);
            return JsonDocument.ParseValue(ref reader);
        }
        catch (JsonException exception)
        {
            throw new MarketDataException(
                $"{source.Name}, line {source.LineNumber}: '{Short(json)}' is no whole JSON text: {exception.Message} The line is cut off or damaged; download the file again.", exception);
        }
    }

    public static JsonElement Field(LineSource source, JsonElement parent, string name)
    {
        try
        {
            return parent.ValueKind == JsonValueKind.Object && parent.TryGetProperty(name, out var value)
                ? value
                : throw source.Error(name, $"'{Short(JsonMarshal.GetRawUtf8Value(parent))}' has no such field.", "The file is of another version or kind than expected.");
        }
        catch (InvalidOperationException exception)
        {
            throw HalfCharacter(source, parent, name, exception);
        }
    }

    /// <summary>A finite number, written as a number or as a string.</summary>
    public static double Number(LineSource source, JsonElement value, string name)
    {
        var text = JsonMarshal.GetRawUtf8Value(value).Trim((byte)'"');
        return NumberText.TryParse(text, out var number)
            ? number
            : throw source.Error(name, $"'{Short(text)}' is no finite number.", "The file is damaged; download it again.");
    }

    /// <summary>A time in milliseconds since 1970 as nanoseconds.</summary>
    public static long Milliseconds(LineSource source, JsonElement parent, string name)
    {
        var value = Field(source, parent, name);
        return Whole(source, value, name) is var time and > -Furthest and < Furthest
            ? time * 1_000_000
            : throw source.Error(name, $"'{Short(JsonMarshal.GetRawUtf8Value(value))}' is no time in milliseconds before the year 2262.", "The file is damaged; download it again.");
    }

    /// <summary>Whether a value is this string, written without escapes: comparing others can throw where surrogates do not come in pairs.</summary>
    public static bool Is(JsonElement value, ReadOnlySpan<byte> text) =>
        value.ValueKind == JsonValueKind.String && JsonMarshal.GetRawUtf8Value(value)[1..^1].SequenceEqual(text);

    /// <summary>The text of a string.</summary>
    public static string Text(LineSource source, JsonElement value, string name)
    {
        try
        {
            return value.ValueKind == JsonValueKind.String
                ? value.GetString()!
                : throw source.Error(name, $"'{Short(JsonMarshal.GetRawUtf8Value(value))}' is no text.", "The file is of another version or kind than expected.");
        }
        catch (InvalidOperationException exception)
        {
            throw HalfCharacter(source, value, name, exception);
        }
    }

    public static long Whole(LineSource source, JsonElement value, string name) =>
        value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out var number)
            ? number
            : throw source.Error(name, $"'{Short(JsonMarshal.GetRawUtf8Value(value))}' is no whole number.", "The file is damaged; download it again.");

    /// <summary>The elements of an array; an error where the value is none.</summary>
    public static JsonElement.ArrayEnumerator Items(LineSource source, JsonElement value, string name) =>
        value.ValueKind == JsonValueKind.Array
            ? value.EnumerateArray()
            : throw source.Error(name, $"'{Short(JsonMarshal.GetRawUtf8Value(value))}' is no list.", "The file is of another version or kind than expected.");

    public static string Short(ReadOnlySpan<byte> text) => text.Length <= 60 ? Encoding.UTF8.GetString(text) : Encoding.UTF8.GetString(text[..60]) + "...";

    /// <summary>The parser does not check that escaped surrogates come in pairs; whoever compares or takes such text meets another exception than those of JSON.</summary>
    private static MarketDataException HalfCharacter(LineSource source, JsonElement value, string name, InvalidOperationException exception) => new(
        $"{source.Name}, line {source.LineNumber}, column '{name}': '{Short(JsonMarshal.GetRawUtf8Value(value))}' holds half of an escaped character. The file is damaged; download it again.", exception);
}
