using System.Text.Json.Nodes;
using Ratchet.Market.Bars;
using Ratchet.Market.Time;
using Ratchet.Storage.Columns;
using Ratchet.Storage.Ticks;

namespace Ratchet.Cli.Rendering;

/// <summary>The store's catalogue.</summary>
internal static class CatalogueView
{
    public static void Write(TextWriter writer, IReadOnlyList<BarManifest> manifests, IReadOnlyList<TickManifest> ticks)
    {
        string[] headings = ["symbol", ticks.Count == 0 ? "bars of" : "rows of", ticks.Count == 0 ? "bars" : "rows", "from", "to", "quality", "hash", "source"];
        string[][] rows = [headings, .. manifests.Select(Row), .. ticks.Select(TickView.Row)];
        var widths = Enumerable.Range(0, headings.Length - 1).Select(i => rows.Max(r => r[i].Length)).ToArray();
        foreach (var row in rows)
        {
            // The source comes last and is never cut, so that the line can be as long as it is.
            var cells = widths.Select((width, i) => i == 0 ? row[i].PadRight(width) : row[i].PadLeft(width));
            writer.WriteLine($"{string.Join("  ", cells)}  {row[^1]}");
        }
    }

    public static JsonArray Json(IReadOnlyList<BarManifest> manifests, IReadOnlyList<TickManifest> ticks) =>
        new([.. manifests.Select(Json), .. ticks.Select(TickView.Json)]);

    public static JsonObject Json(BarManifest manifest) => new()
    {
        ["symbol"] = manifest.Symbol.Name,
        ["timeframe"] = manifest.TimeFrame.ToString(),
        ["rows"] = manifest.Rows,
        ["from"] = manifest.Rows == 0 ? null : UtcTime.Format(manifest.FirstOpenTime),
        ["to"] = manifest.Rows == 0 ? null : UtcTime.Format(manifest.LastOpenTime),
        ["quality"] = JsonText.Number(manifest.Quality),
        ["calendar"] = manifest.Calendar,
        ["grid"] = manifest.Alignment == BarAlignment.Session ? "session" : "utc",
        ["synthetic"] = manifest.Synthetic,
        ["source"] = manifest.Source,
        ["contentHash"] = manifest.ContentHash,
        ["filledBars"] = manifest.FilledBars,
        ["repairs"] = JsonText.Texts(manifest.Repairs),
    };

    private static string[] Row(BarManifest manifest) =>
    [
        manifest.Symbol.Name,
        manifest.TimeFrame.ToString(),
        $"{manifest.Rows:N0}",
        manifest.Rows == 0 ? "-" : PlainText.Time(manifest.FirstOpenTime)[..10],
        manifest.Rows == 0 ? "-" : PlainText.Time(manifest.LastOpenTime)[..10],
        PlainText.Percent(manifest.Quality),
        manifest.ContentHash[..8],
        manifest.Synthetic ? $"SYNTHETIC: {manifest.Source}" : manifest.Source,
    ];
}
