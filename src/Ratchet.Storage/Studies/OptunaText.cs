using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Ratchet.Search.Studies;

namespace Ratchet.Storage.Studies;

/// <summary>How Optuna writes states, directions, times, attribute values and numbers that are not finite.</summary>
internal static class OptunaText
{
    private const string TimeFormat = "yyyy-MM-dd HH:mm:ss.ffffff";
    private static readonly string[] TimeFormats = [TimeFormat, "yyyy-MM-dd HH:mm:ss"];

    public static string Of(TrialState state) => state switch
    {
        TrialState.Running => "RUNNING",
        TrialState.Complete => "COMPLETE",
        TrialState.Pruned => "PRUNED",
        TrialState.Fail => "FAIL",
        TrialState.Waiting => "WAITING",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, "There is no such state."),
    };

    public static TrialState ToState(string text) => text switch
    {
        "RUNNING" => TrialState.Running,
        "COMPLETE" => TrialState.Complete,
        "PRUNED" => TrialState.Pruned,
        "FAIL" => TrialState.Fail,
        "WAITING" => TrialState.Waiting,
        _ => throw new StudyStorageException($"The storage holds a trial in the unknown state '{text}'."),
    };

    public static string Of(StudyDirection direction) => direction switch
    {
        StudyDirection.NotSet => "NOT_SET",
        StudyDirection.Minimize => "MINIMIZE",
        StudyDirection.Maximize => "MAXIMIZE",
        _ => throw new ArgumentOutOfRangeException(nameof(direction), direction, "There is no such direction."),
    };

    public static StudyDirection ToDirection(string text) => text switch
    {
        "NOT_SET" => StudyDirection.NotSet,
        "MINIMIZE" => StudyDirection.Minimize,
        "MAXIMIZE" => StudyDirection.Maximize,
        _ => throw new StudyStorageException($"The storage holds a study with the unknown direction '{text}'."),
    };

    public static string Of(DateTimeOffset time) => time.UtcDateTime.ToString(TimeFormat, CultureInfo.InvariantCulture);

    /// <summary>The time of a naive text, read as UTC; null stays null.</summary>
    public static DateTimeOffset? ToTime(string? text)
    {
        if (text is null)
        {
            return null;
        }

        return DateTimeOffset.TryParseExact(text, TimeFormats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
            ? time
            : throw new StudyStorageException($"The storage holds '{text}' where a time was expected.");
    }

    /// <summary>The stored number, null unless finite, and its type.</summary>
    public static (double? Stored, string Type) Of(double value) => value switch
    {
        double.NaN => (null, "NAN"),
        double.PositiveInfinity => (null, "INF_POS"),
        double.NegativeInfinity => (null, "INF_NEG"),
        _ => (value + 0.0, "FINITE"),
    };

    public static double ToNumber(double? stored, string type) => (type, stored) switch
    {
        ("FINITE", { } finite) => finite,
        ("INF_POS", _) => double.PositiveInfinity,
        ("INF_NEG", _) => double.NegativeInfinity,
        ("NAN", _) => double.NaN,
        _ => throw new StudyStorageException($"The storage holds a value of type '{type}' that is {stored?.ToString(CultureInfo.InvariantCulture) ?? "NULL"}."),
    };

    /// <summary>A text as JSON.</summary>
    public static string Quote(string text) => $"\"{JsonEncodedText.Encode(text, JavaScriptEncoder.UnsafeRelaxedJsonEscaping)}\"";

    /// <summary>The text of a JSON string; any other JSON (also Python's NaN and Infinity) as it stands.</summary>
    public static string ToAttribute(string? json)
    {
        if (json is null || !json.StartsWith('"'))
        {
            return json ?? "null";
        }

        try
        {
            using var document = JsonDocument.Parse(json);
            return document.RootElement.GetString()!;
        }
        catch (JsonException exception)
        {
            throw new StudyStorageException($"The storage holds an attribute that is not JSON: {json}", exception);
        }
    }
}
