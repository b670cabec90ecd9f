using System.Text.Json.Nodes;
using Ratchet.Cli.Rendering;
using Ratchet.Storage.Columns;
using Ratchet.Storage.Ticks;

namespace Ratchet.Cli.Commands;

/// <summary><c>ratchet data import</c> of a file that holds ticks: a line of result for each kind of rows.</summary>
internal static class DataImportTicks
{
    /// <summary>Imports the ticks of a file, with the choices that were made for files of bars; false when it is refused.</summary>
    public static bool Run(CommandContext context, TickStore store, ImportRequest request, JsonArray results, bool json, CancellationToken cancellationToken)
    {
        var outcomes = store.Import(
            new()
            {
                Path = request.Path,
                Symbol = request.Symbol,
                Part = request.Part,
                Reading = new() { TimeZone = request.TimeZone, LeanMarket = request.LeanMarket },
                AcceptBelow = request.AcceptBelow,
                Replace = request.Replace,
            },
            cancellationToken);
        foreach (var outcome in outcomes)
        {
            results.Add(TickView.Json(request.Path, outcome));
            if (outcome.Accepted && !json)
            {
                context.Out.WriteLine(TickView.Line(request.Path, outcome));
            }
        }

        var refusals = string.Join(" ", outcomes.Select(o => o.Refusal).OfType<string>());
        if (refusals.Length > 0)
        {
            context.Error.WriteLine($"error: {refusals} Nothing was stored.");
        }

        return refusals.Length == 0;
    }
}
