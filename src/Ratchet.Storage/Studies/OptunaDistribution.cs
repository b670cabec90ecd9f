using System.Globalization;
using System.Text.Json;
using Ratchet.Search.Spaces;
using Ratchet.Search.Studies;

namespace Ratchet.Storage.Studies;

/// <summary>Distributions as Optuna's JSON, with Python's spelling of numbers. Also reads the five classes of versions before 3.0.</summary>
internal static class OptunaDistribution
{
    public static string Of(Distribution distribution) => distribution switch
    {
        FloatDistribution real =>
            $$$"""{"name": "FloatDistribution", "attributes": {"step": {{{(real.Step is { } step ? Number(step) : "null")}}}, "low": {{{Number(real.Low)}}}, "high": {{{Number(real.High)}}}, "log": {{{Flag(real.Log)}}}}}""",
        IntDistribution whole =>
            $$$"""{"name": "IntDistribution", "attributes": {"log": {{{Flag(whole.Log)}}}, "step": {{{whole.Step}}}, "low": {{{whole.Low}}}, "high": {{{whole.High}}}}}""",
        CategoricalDistribution category =>
            $$$"""{"name": "CategoricalDistribution", "attributes": {"choices": [{{{string.Join(", ", category.Choices.Select(OptunaText.Quote))}}}]}}""",
        _ => throw new ArgumentException($"{distribution} has no form in Optuna's storage.", nameof(distribution)),
    };

    /// <summary>Reads a distribution. A choice that is not a text (null, a truth value, a number) becomes its JSON.</summary>
    public static Distribution Parse(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            var name = document.RootElement.GetProperty("name").GetString();
            var attributes = document.RootElement.GetProperty("attributes");
            double Real(string key) => attributes.GetProperty(key).GetDouble();
            long Whole(string key) => (long)attributes.GetProperty(key).GetDouble();
            bool Log() => attributes.TryGetProperty("log", out var log) && log.GetBoolean();
            long IntStep() => attributes.TryGetProperty("step", out var step) ? (long)step.GetDouble() : 1;
            double? FloatStep() => attributes.TryGetProperty("step", out var step) && step.ValueKind == JsonValueKind.Number ? step.GetDouble() : null;
            return name switch
            {
                "FloatDistribution" => new FloatDistribution(Real("low"), Real("high"), Log(), FloatStep()),
                "IntDistribution" => new IntDistribution(Whole("low"), Whole("high"), Log(), IntStep()),
                "CategoricalDistribution" => new CategoricalDistribution([.. attributes.GetProperty("choices").EnumerateArray().Select(Choice)]),
                "UniformDistribution" => new FloatDistribution(Real("low"), Real("high")),
                "LogUniformDistribution" => new FloatDistribution(Real("low"), Real("high"), Log: true),
                "DiscreteUniformDistribution" => new FloatDistribution(Real("low"), Real("high"), Step: Real("q")),
                "IntUniformDistribution" => new IntDistribution(Whole("low"), Whole("high"), Step: IntStep()),
                "IntLogUniformDistribution" => new IntDistribution(Whole("low"), Whole("high"), Log: true),
                _ => throw new StudyStorageException($"The storage holds a distribution of the unknown class '{name}'."),
            };
        }
        catch (Exception exception) when (exception is JsonException or KeyNotFoundException or InvalidOperationException or ArgumentException)
        {
            throw new StudyStorageException($"The storage holds a distribution that cannot be read: {json}", exception);
        }
    }

    private static string Choice(JsonElement element) => element.ValueKind == JsonValueKind.String ? element.GetString()! : element.GetRawText();

    private static string Flag(bool value) => value ? "true" : "false";

    private static string Number(double value)
    {
        var text = value.ToString("R", CultureInfo.InvariantCulture);
        return text.AsSpan().IndexOfAny('.', 'E') < 0 ? text + ".0" : text;
    }
}
