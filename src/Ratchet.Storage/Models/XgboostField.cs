using System.Globalization;
using System.Text.Json;

namespace Ratchet.Storage.Models;

/// <summary>A place in a model file: what stands there and how to name it in an error.</summary>
/// <param name="File">The file's name.</param>
/// <param name="Path">The way there, such as learner.objective.name.</param>
/// <param name="Element">What stands there.</param>
internal readonly record struct XgboostField(string File, string Path, JsonElement Element)
{
    public const string SaveAgain = "Save the model again with Booster.save_model(\"model.json\") of XGBoost 1.7 to 3.";

    public XgboostField this[string name] => Find(name) ?? throw At(name).Error("is missing", SaveAgain);

    public XgboostField? Find(string name)
    {
        if (Element.ValueKind != JsonValueKind.Object)
        {
            throw Wrong("an object");
        }

        return Element.TryGetProperty(name, out var value) ? this with { Path = Join(name), Element = value } : null;
    }

    public InvalidDataException Error(string what, string remedy) => new($"{File}: {Path} {what}. {remedy}");

    public InvalidDataException Error(int index, string what, string remedy) => new($"{File}: {Path}[{index}] {what}. {remedy}");

    public string Text() => Element.ValueKind == JsonValueKind.String ? Element.GetString()! : throw Wrong("a text");

    /// <summary>An integer that XGBoost writes as text.</summary>
    public int Count()
    {
        var text = Element.ValueKind == JsonValueKind.Number ? Element.GetRawText() : Text();
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value)
            ? value
            : throw Error($"is \"{Short(text)}\"; it must be an integer of at least 0", SaveAgain);
    }

    /// <summary>The same where room follows from the number alone and nothing else in the file bounds it.</summary>
    public int Count(int most) => Count() is var count && count <= most
        ? count
        : throw Error($"is {count}; at most {most} are read", SaveAgain);

    /// <summary>A real number that XGBoost writes as text.</summary>
    public float Real()
    {
        var text = Element.ValueKind == JsonValueKind.Number ? Element.GetRawText() : Text();
        return ParseReal(text);
    }

    /// <summary>"5E-1", or from version 3.1 on "[5E-1]" with a number a group.</summary>
    public float[] Reals()
    {
        var text = Element.ValueKind == JsonValueKind.Number ? Element.GetRawText() : Text();
        if (!text.StartsWith('['))
        {
            return [ParseReal(text)];
        }

        if (!text.EndsWith(']'))
        {
            throw Error($"is \"{Short(text)}\"; it opens a list and does not close it", SaveAgain);
        }

        var parts = text[1..^1].Split(',', StringSplitOptions.TrimEntries);
        return Array.ConvertAll(parts, ParseReal);
    }

    public int Length() => Element.ValueKind == JsonValueKind.Array ? Element.GetArrayLength() : throw Wrong("an array");

    /// <summary>The items of an array with a known length; an array of that length may be made once this has returned.</summary>
    public JsonElement.ArrayEnumerator Items(int length)
    {
        if (Length() is var found && found != length)
        {
            throw Error($"has {found} entries; there must be {length}", SaveAgain);
        }

        return Element.EnumerateArray();
    }

    public XgboostField Entry(int index, JsonElement item) => this with { Path = $"{Path}[{index}]", Element = item };

    public int[] Integers(int length)
    {
        var items = Items(length);
        var result = new int[length];
        var i = 0;
        foreach (var item in items)
        {
            result[i] = item.ValueKind switch
            {
                JsonValueKind.Number when item.TryGetInt32(out var value) => value,
                JsonValueKind.True => 1,
                JsonValueKind.False => 0,
                _ => throw Error(i, $"is {Short(item.GetRawText())}; it must be an integer of 32 bits", SaveAgain),
            };
            i++;
        }

        return result;
    }

    public float[] Reals(int length)
    {
        var items = Items(length);
        var result = new float[length];
        var i = 0;
        foreach (var item in items)
        {
            if (item.ValueKind != JsonValueKind.Number || !item.TryGetSingle(out result[i]) || !float.IsFinite(result[i]))
            {
                throw Error(i, $"is {Short(item.GetRawText())}; it must be a number within float32", SaveAgain);
            }

            i++;
        }

        return result;
    }

    public string[] Texts()
    {
        var result = new string[Length()];
        var i = 0;
        foreach (var item in Element.EnumerateArray())
        {
            result[i] = Entry(i, item).Text();
            i++;
        }

        return result;
    }

    private XgboostField At(string name) => this with { Path = Join(name) };

    private string Join(string name) => Path.Length == 0 ? name : $"{Path}.{name}";

    private InvalidDataException Wrong(string expected) => Path.Length == 0
        ? new($"{File}: the file holds {Kind()}; an XGBoost model is an object. {SaveAgain}")
        : Error($"is {Kind()}; it must be {expected}", SaveAgain);

    private string Kind() => Element.ValueKind switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "an array",
        JsonValueKind.String => "a text",
        JsonValueKind.Number => "a number",
        JsonValueKind.Null => "null",
        _ => "true or false",
    };

    private float ParseReal(string text) =>
        float.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && float.IsFinite(value)
            ? value
            : throw Error($"is \"{Short(text)}\"; it must be a finite number", SaveAgain);

    private static string Short(string text) => text.Length <= 40 ? text : text[..40] + "...";
}
