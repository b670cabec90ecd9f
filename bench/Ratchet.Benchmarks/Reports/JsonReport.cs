using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Ratchet.Benchmarks.Measurement;

namespace Ratchet.Benchmarks.Reports;

/// <summary>Results for programs: one line a case, or one document with the machine's facts.</summary>
internal static class JsonReport
{
    private static readonly JsonSerializerOptions Line = new()
    {
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>For documents that are kept: indented, camel case, NaN as text.</summary>
    public static JsonSerializerOptions Indented { get; } = new(Line) { WriteIndented = true };

    public static string Of(CaseOutcome outcome) => JsonSerializer.Serialize(Fields(outcome), Line);

    public static string Document(MachineFacts machine, IReadOnlyList<CaseOutcome> outcomes) => JsonSerializer.Serialize(
        new Dictionary<string, object?> { ["machine"] = machine, ["cases"] = outcomes.Select(Fields).ToArray() }, Indented);

    private static Dictionary<string, object?> Fields(CaseOutcome outcome) => new()
    {
        ["id"] = outcome.Case.Id,
        ["work"] = outcome.Case.Work,
        ["ours"] = outcome.Result.Ours.Median,
        ["oursLeast"] = outcome.Result.Ours.Least,
        ["oursMost"] = outcome.Result.Ours.Most,
        ["oursByCpuTime"] = double.IsNaN(outcome.Result.Ours.Cpu) ? null : outcome.Result.Ours.Cpu,
        ["unit"] = outcome.Case.Unit,
        ["peer"] = outcome.PeerFigure,
        ["peerName"] = outcome.PeerName,
        ["peerMeasuredNow"] = outcome.PeerMeasuredNow,
        ["ratio"] = outcome.Ratio,
        ["target"] = outcome.Case.Target,
        ["met"] = outcome.Met,
        ["peakMegabytes"] = outcome.PeakMegabytes,
        ["peerPeakMegabytes"] = outcome.PeerPeakMegabytes,
        ["quality"] = outcome.Result.Quality.ToDictionary(q => q.Key, q => q.Value),
        ["peerQuality"] = outcome.PeerQuality,
    };
}
