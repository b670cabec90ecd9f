using System.Text.Json.Nodes;
using Ratchet.Cli.Commands;
using Ratchet.Connectors.Binance;
using Ratchet.Connectors.Binance.Download;
using Ratchet.Market.Bars;
using Ratchet.Market.Time;
using Ratchet.Storage.Columns;

namespace Ratchet.Cli.Rendering;

/// <summary>What a download has done.</summary>
internal static class DownloadView
{
    private const int MostShown = 10;

    public static void Write(
        CommandContext context, DownloadRequest request, DownloadResult result, BarManifest? manifest, RestCounters counters, TimeSpan elapsed, bool json)
    {
        if (json)
        {
            context.Out.WriteLine(JsonText.Of(Json(request, result, manifest, counters, elapsed)));
        }
        else
        {
            WriteText(context.Out, request, result, manifest, counters, elapsed);
        }

        if (result.Differences.Count > 0)
        {
            context.Error.WriteLine(
                $"error: {PlainText.Count(result.Differences.Count, "stored bar")} of {request.Symbol} {request.TimeFrame} differ from the exchange's; they were left as they are. " +
                "Compare the sources; 'ratchet data import --replace' puts other bars in their place.");
        }
    }

    private static void WriteText(
        TextWriter writer, DownloadRequest request, DownloadResult result, BarManifest? manifest, RestCounters counters, TimeSpan elapsed)
    {
        writer.WriteLine($"{request.Symbol} {request.TimeFrame}, {PlainText.Time(result.Range.From)} to {PlainText.Time(result.Range.To)} UTC");
        writer.WriteLine($"  added     {PlainText.Count(result.Added, "bar")}; {result.AlreadyStored:N0} were there, {result.Compared:N0} of them compared");
        if (result.MissingAtExchange > 0)
        {
            writer.WriteLine($"  missing   {PlainText.Count(result.MissingAtExchange, "bar")} of the range that the exchange does not have");
        }

        foreach (var difference in result.Differences.Take(MostShown))
        {
            writer.WriteLine($"  differs   {PlainText.Time(difference.Stored.OpenTime)}: stored {Prices(difference.Stored)}, exchange {Prices(difference.Given)}");
        }

        writer.WriteLine(
            $"  asked     {PlainText.Count(counters.Requests, "request")}, {counters.Repeats:N0} repeated, " +
            $"{PlainText.Count(counters.OrderedWaits, "wait")} ordered by the exchange, {elapsed.TotalSeconds:0.0} s");
        if (manifest is not null)
        {
            StoredText.Write(writer, manifest);
        }
    }

    private static JsonObject Json(DownloadRequest request, DownloadResult result, BarManifest? manifest, RestCounters counters, TimeSpan elapsed) => new()
    {
        ["symbol"] = request.Symbol.Name,
        ["timeframe"] = request.TimeFrame.ToString(),
        ["from"] = UtcTime.Format(result.Range.From),
        ["to"] = UtcTime.Format(result.Range.To),
        ["added"] = result.Added,
        ["alreadyStored"] = result.AlreadyStored,
        ["compared"] = result.Compared,
        ["missingAtExchange"] = result.MissingAtExchange,
        ["differences"] = new JsonArray([.. result.Differences.Select(d => (JsonNode)new JsonObject
        {
            ["openTime"] = UtcTime.Format(d.Stored.OpenTime),
            ["stored"] = Bar(d.Stored),
            ["exchange"] = Bar(d.Given),
        })]),
        ["requests"] = counters.Requests,
        ["repeats"] = counters.Repeats,
        ["orderedWaits"] = counters.OrderedWaits,
        ["seconds"] = Math.Round(elapsed.TotalSeconds, 3),
        ["stored"] = manifest is null ? null : CatalogueView.Json(manifest),
    };

    private static JsonObject Bar(Bar bar) => new()
    {
        ["open"] = JsonText.Number(bar.Open),
        ["high"] = JsonText.Number(bar.High),
        ["low"] = JsonText.Number(bar.Low),
        ["close"] = JsonText.Number(bar.Close),
        ["volume"] = JsonText.Number(bar.Volume),
        ["tradeCount"] = JsonText.Number(bar.TradeCount),
        ["takerBuyVolume"] = JsonText.Number(bar.TakerBuyVolume),
    };

    private static string Prices(Bar bar) => $"{bar.Open} {bar.High} {bar.Low} {bar.Close} x {bar.Volume}";
}
