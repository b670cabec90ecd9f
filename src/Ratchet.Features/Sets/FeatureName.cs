using System.Text.Json;
using Ratchet.Market.Time;

namespace Ratchet.Features.Sets;

/// <summary>
/// The identifier of a feature: <c>name</c>, <c>name_parameters</c>, and either with <c>@frame</c>, such as <c>rsi_28@15m</c>. In JSON it may also be written as
/// an object, such as <c>{ "name": "rsi", "period": 28, "timeframe": "15m" }</c>.
/// </summary>
public static class FeatureName
{
    /// <summary>The identifier with its time frame in the usual text form: <c>rsi_14@60m</c> becomes <c>rsi_14@1h</c>. Other text stays as it is.</summary>
    /// <param name="text">An identifier, which need not be known.</param>
    public static string Normalise(string text) => Split(text, out var name, out var frame) && frame is { } length ? $"{name}@{length}" : text;

    /// <summary>Reads an element of a feature set: a text, or an object of name, parameters and time frame.</summary>
    /// <param name="element">The JSON.</param>
    /// <param name="patterns">Which names take which parameters.</param>
    /// <returns>The identifier; whether it is known is for a catalogue to say.</returns>
    /// <exception cref="FormatException">It is neither, or a parameter is missing or unknown.</exception>
    public static string Read(JsonElement element, IReadOnlyList<FeaturePattern> patterns)
    {
        if (element.ValueKind == JsonValueKind.String)
        {
            return Normalise(element.GetString()!);
        }

        if (element.ValueKind != JsonValueKind.Object)
        {
            throw new FormatException(
                $"A feature must be text such as \"rsi_14\", or an object such as {{ \"name\": \"rsi\", \"period\": 28, \"timeframe\": \"4h\" }}, not {element.GetRawText()}.");
        }

        string? name = null;
        var frame = string.Empty;
        var values = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var property in element.EnumerateObject())
        {
            var value = property.Value;
            if (property.NameEquals("name") && value.ValueKind == JsonValueKind.String)
            {
                name = value.GetString();
            }
            else if (property.NameEquals("timeframe") && value.ValueKind == JsonValueKind.String)
            {
                frame = "@" + value.GetString();
            }
            else if (value.ValueKind != JsonValueKind.Number || !value.TryGetInt32(out var number) || !values.TryAdd(property.Name, number))
            {
                throw new FormatException(
                    $"In the feature {element.GetRawText()}, '{property.Name}' must be a whole number given once; beside parameters there are 'name' and 'timeframe', which are text.");
            }
        }

        return name is null
            ? throw new FormatException($"The feature {element.GetRawText()} needs 'name'.")
            : Normalise((values.Count == 0 ? name : WithParameters(name, values, patterns)) + frame);
    }

    /// <summary>Takes an identifier apart; false where what follows '@' is no time frame.</summary>
    internal static bool Split(string text, out string name, out TimeFrame? frame)
    {
        frame = null;
        var at = text.LastIndexOf('@');
        name = at < 0 ? text : text[..at];
        if (at < 0)
        {
            return true;
        }

        if (!TimeFrame.TryParse(text[(at + 1)..], out var length))
        {
            return false;
        }

        frame = length;
        return true;
    }

    private static string WithParameters(string name, Dictionary<string, int> values, IReadOnlyList<FeaturePattern> patterns)
    {
        var pattern = patterns.FirstOrDefault(p => p.Name == name)
            ?? throw new FormatException(
                $"Feature '{name}' takes no parameters, but {string.Join(", ", values.Keys.Select(k => $"'{k}'"))} was given. Those that do: {string.Join(", ", patterns.Select(p => p.Name))}.");
        foreach (var given in values.Keys)
        {
            if (pattern.Parameters.All(p => p.Name != given))
            {
                throw new FormatException($"Feature '{name}' has no parameter '{given}'; it takes {string.Join(", ", pattern.Parameters)}.");
            }
        }

        return pattern.Identifier(pattern.Parameters.Select(p => values.TryGetValue(p.Name, out var value)
            ? value
            : throw new FormatException($"Feature '{name}' needs '{p.Name}'; it takes {string.Join(", ", pattern.Parameters)}.")));
    }
}
