using System.Text.Json.Nodes;
using Ratchet.Market.Time;
using Ratchet.Storage.Columns;
using Spectre.Console;

namespace Ratchet.Cli.Rendering;

/// <summary>The store's catalogue.</summary>
internal static class CatalogueView
{
    public static void Write(TextWriter writer, IReadOnlyList<BarManifest> manifests)
    {
        var table = ConsoleTable.Make("symbol", "bars of", "bars", "from (UTC)", "to (UTC)", "quality", "kind", "hash", "source");
        table.Columns[6].LeftAligned();
        table.Columns[8].LeftAligned();
        foreach (var manifest in manifests)
        {
            table.AddRow(
                Markup.Escape(manifest.Symbol.Name),
                manifest.TimeFrame.ToString(),
                $"{manifest.Rows:N0}",
                manifest.Rows == 0 ? "-" : PlainText.Time(manifest.FirstOpenTime),
                manifest.Rows == 0 ? "-" : PlainText.Time(manifest.LastOpenTime),
                PlainText.Percent(manifest.Quality),
                manifest.Synthetic ? "SYNTHETIC" : "market",
                manifest.ContentHash[..8],
                Markup.Escape(manifest.Source));
        }

        ConsoleTable.Write(writer, table);
    }

    public static JsonArray Json(IReadOnlyList<BarManifest> manifests) => new([.. manifests.Select(Json)]);

    public static JsonObject Json(BarManifest manifest) => new()
    {
        ["symbol"] = manifest.Symbol.Name,
        ["timeframe"] = manifest.TimeFrame.ToString(),
        ["rows"] = manifest.Rows,
        ["from"] = manifest.Rows == 0 ? null : UtcTime.Format(manifest.FirstOpenTime),
        ["to"] = manifest.Rows == 0 ? null : UtcTime.Format(manifest.LastOpenTime),
        ["quality"] = JsonText.Number(manifest.Quality),
        ["calendar"] = manifest.Calendar,
        ["synthetic"] = manifest.Synthetic,
        ["source"] = manifest.Source,
        ["contentHash"] = manifest.ContentHash,
        ["filledBars"] = manifest.FilledBars,
        ["repairs"] = JsonText.Texts(manifest.Repairs),
    };
}
