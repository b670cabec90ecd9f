using System.Text.Json.Nodes;
using Ratchet.Cli.Rendering;
using Ratchet.Market.Instruments;
using Ratchet.Storage.Ticks;

namespace Ratchet.Cli.Commands;

/// <summary><c>ratchet data check -p SYMBOL</c> of stored ticks: every byte against the content hash.</summary>
internal static class DataCheckTicks
{
    /// <summary>Checks all ticks of a symbol; gives an element for each kind that is stored, and writes a line for each unless JSON is wanted.</summary>
    public static JsonArray Run(CommandContext context, TickStore store, string pair, bool json)
    {
        var results = new JsonArray();
        if (!Symbol.TryParse(pair, out var symbol))
        {
            return results;
        }

        foreach (var kind in store.List().Where(m => m.Symbol == symbol).Select(m => m.Kind))
        {
            var manifest = store.Verify(symbol, kind);
            results.Add(TickView.Json(manifest));
            if (!json)
            {
                context.Out.WriteLine(TickView.Line(manifest));
            }
        }

        return results;
    }
}
