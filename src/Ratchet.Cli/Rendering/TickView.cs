using System.Globalization;
using System.Text.Json.Nodes;
using Ratchet.Storage.Ticks;

namespace Ratchet.Cli.Rendering;

/// <summary>Stored ticks, and what came of an import of some.</summary>
internal static class TickView
{
    /// <summary>The result of an import in one line.</summary>
    public static string Line(string path, TickImportOutcome outcome)
    {
        var manifest = outcome.Manifest!;
        var news = outcome.NewRows == outcome.GoodRows ? string.Empty : outcome.NewRows == 0 ? ", all stored before" : $", {outcome.NewRows:N0} new";
        var aside = outcome.Rows - outcome.GoodRows;
        var reasons = aside == 0 ? string.Empty : $" ({string.Join(", ", outcome.Defects.Select(d => $"{d.Key} {d.Value:N0}"))}) in {outcome.QuarantinePath}";
        return $"{path}: {TickNames.Of(outcome.Kind)} of {manifest.Symbol}: {outcome.GoodRows:N0} rows{news}, {Time(outcome.FirstTime!.Value)} to {Time(outcome.LastTime!.Value)} UTC, " +
            $"series' hash {manifest.ContentHash[..12]}, put aside {aside:N0}{reasons}";
    }

    /// <summary>A stored series that was checked, in one line.</summary>
    public static string Line(TickManifest manifest) =>
        $"{manifest.Symbol} {TickNames.Of(manifest.Kind)}: {manifest.Rows:N0} rows, {Time(manifest.FirstTime)} to {Time(manifest.LastTime)} UTC, " +
        $"quality {PlainText.Percent(manifest.Quality)}, put aside {manifest.PutAside:N0}, every byte agrees with content hash {manifest.ContentHash[..12]}";

    public static JsonObject Json(string path, TickImportOutcome outcome) => new()
    {
        ["source"] = path,
        ["status"] = outcome.Accepted ? "stored" : "refused",
        ["kind"] = TickNames.Of(outcome.Kind),
        ["symbol"] = outcome.Symbol.Name,
        ["rows"] = outcome.Rows,
        ["goodRows"] = outcome.GoodRows,
        ["newRows"] = outcome.NewRows,
        ["from"] = outcome.FirstTime is { } first ? Time(first) : null,
        ["to"] = outcome.LastTime is { } last ? Time(last) : null,
        ["defects"] = Counts(outcome.Defects),
        ["reason"] = outcome.Refusal,
        ["quarantine"] = outcome.QuarantinePath,
        ["stored"] = outcome.Manifest is { } manifest ? Json(manifest) : null,
    };

    public static JsonObject Json(TickManifest manifest) => new()
    {
        ["symbol"] = manifest.Symbol.Name,
        ["kind"] = TickNames.Of(manifest.Kind),
        ["contract"] = manifest.Part,
        ["rows"] = manifest.Rows,
        ["from"] = Time(manifest.FirstTime),
        ["to"] = Time(manifest.LastTime),
        ["quality"] = JsonText.Number(manifest.Quality),
        ["putAside"] = manifest.PutAside,
        ["partitions"] = manifest.Partitions.Count,
        ["sources"] = JsonText.Texts(manifest.Imports.Select(i => i.Source)),
        ["contentHash"] = manifest.ContentHash,
    };

    /// <summary>The cells of the catalogue's row.</summary>
    public static string[] Row(TickManifest manifest) =>
    [
        manifest.Symbol.Name,
        TickNames.Of(manifest.Kind),
        $"{manifest.Rows:N0}",
        PlainText.Time(manifest.FirstTime / 1_000_000)[..10],
        PlainText.Time(manifest.LastTime / 1_000_000)[..10],
        PlainText.Percent(manifest.Quality),
        manifest.ContentHash[..8],
        manifest.Imports.Count == 1 ? manifest.Imports[0].Source : $"{manifest.Imports[^1].Source} and {PlainText.Count(manifest.Imports.Count - 1, "import")} before it",
    ];

    /// <summary>Nanoseconds as <c>2024-08-09 00:05:05.800123456</c>, without zeros at the end.</summary>
    private static string Time(long nanoseconds)
    {
        var rest = ((nanoseconds % 1_000_000_000) + 1_000_000_000) % 1_000_000_000;
        var seconds = (nanoseconds - rest) / 1_000_000_000;
        var text = DateTime.UnixEpoch.AddSeconds(seconds).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
        return rest == 0 ? text : string.Create(CultureInfo.InvariantCulture, $"{text}.{rest:000000000}").TrimEnd('0');
    }

    private static JsonObject Counts(IReadOnlyDictionary<string, long> counts)
    {
        var result = new JsonObject();
        foreach (var (name, count) in counts)
        {
            result[name] = count;
        }

        return result;
    }
}
