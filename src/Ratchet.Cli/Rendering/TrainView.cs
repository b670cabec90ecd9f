using System.Globalization;
using System.Text.Json.Nodes;
using Ratchet.Cli.Commands;
using Ratchet.Hosting.Composition;
using Ratchet.Market.Time;

namespace Ratchet.Cli.Rendering;

/// <summary>What a training says: what was learned from, and every figure of the study with its out-of-sample twin.</summary>
internal static class TrainView
{
    public static void Write(CommandContext context, TrainResult result, string path, bool json)
    {
        if (json)
        {
            context.Out.WriteLine(JsonText.Of(Json(result, path)));
            return;
        }

        var (ensemble, origin) = (result.Ensemble, result.Origin);
        if (origin.Synthetic)
        {
            context.Out.WriteLine("SYNTHETIC DATA: made by a random generator.");
        }

        context.Out.WriteLine($"study {origin.Study}, rank {origin.Rank}, trial {origin.Trial}");
        context.Out.WriteLine(
            $"{ensemble.Symbol} {ensemble.TimeFrame}: learned from {ensemble.Rows:N0} rows, {UtcTime.Format(ensemble.Trained.From)} to {UtcTime.Format(ensemble.Trained.To)}" +
            $"{(origin.ThroughHoldOut ? ", the opened hold-out among them" : string.Empty)}");
        context.Out.WriteLine($"{"",-14} {"out of fold, in-sample",24} {"walk-forward, out of sample",28}");
        foreach (var metric in origin.Metrics)
        {
            context.Out.WriteLine($"{metric.Name,-14} {Text(metric.InSample),24} {Text(metric.OutOfSample),28}");
        }

        context.Out.WriteLine($"ensemble  {path}");
    }

    private static JsonObject Json(TrainResult result, string path) => new()
    {
        ["path"] = path,
        ["study"] = result.Origin.Study,
        ["rank"] = result.Origin.Rank,
        ["trial"] = result.Origin.Trial,
        ["identity"] = result.Ensemble.Identity,
        ["symbol"] = result.Ensemble.Symbol.Name,
        ["timeframe"] = result.Ensemble.TimeFrame.ToString(),
        ["rows"] = result.Ensemble.Rows,
        ["trainedFrom"] = UtcTime.Format(result.Ensemble.Trained.From),
        ["trainedTo"] = UtcTime.Format(result.Ensemble.Trained.To),
        ["synthetic"] = result.Origin.Synthetic,
        ["throughHoldOut"] = result.Origin.ThroughHoldOut,
        ["metrics"] = new JsonArray([.. result.Origin.Metrics.Select(m => new JsonObject
        {
            ["name"] = m.Name,
            ["inSample"] = JsonText.Number(m.InSample),
            ["outOfSample"] = JsonText.Number(m.OutOfSample),
        })]),
    };

    private static string Text(double value) => double.IsFinite(value) ? value.ToString("0.####", CultureInfo.InvariantCulture) : "-";
}
