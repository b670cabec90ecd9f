using System.CommandLine;
using Ratchet.Cli.Rendering;
using Ratchet.Storage.Columns;
using Ratchet.Storage.Ticks;

namespace Ratchet.Cli.Commands;

/// <summary><c>ratchet data list</c>: the catalogue of the store.</summary>
internal static class DataListCommand
{
    public static Command Build(CommandContext context)
    {
        var common = new SharedOptions();
        var command = new Command("list", "List the bars and ticks that are stored.");
        common.AddTo(command, market: false);
        command.SetAction(parsed =>
        {
            var store = new BarStore(common.Load(parsed, context).Value.Data.Root);
            var there = store.List();
            var ticks = new TickStore(store.Root).List();
            if (parsed.GetValue(common.Json))
            {
                context.Out.WriteLine(JsonText.Of(CatalogueView.Json(there, ticks)));
            }
            else if (there.Count == 0 && ticks.Count == 0)
            {
                context.Error.WriteLine($"{store.Root} holds no bars yet; 'ratchet data import FILE' or 'ratchet data synth' brings some.");
            }
            else
            {
                CatalogueView.Write(context.Out, there, ticks);
            }

            return ExitCode.Done;
        });
        return command;
    }
}
