using System.CommandLine;
using Ratchet.Cli.Rendering;
using Ratchet.Storage.Models;

namespace Ratchet.Cli.Commands;

/// <summary><c>ratchet models inspect</c>: what a model file holds, and whether it is whole.</summary>
internal static class ModelCommands
{
    public static Command Build(CommandContext context) => new("models", "Files of trained models.") { Inspect(context) };

    private static Command Inspect(CommandContext context)
    {
        var file = new Argument<string>("file") { Description = "A model file." };
        var json = new Option<bool>("--json") { Description = "Print JSON instead of tables." };
        var command = new Command("inspect", "Check every checksum of a model file and show its metadata and sections.") { file, json };
        command.SetAction(parsed =>
        {
            var summary = ModelFile.Verify(parsed.GetValue(file)!);
            if (parsed.GetValue(json))
            {
                context.Out.WriteLine(JsonText.Of(ModelView.Json(summary)));
            }
            else
            {
                ModelView.Write(context.Out, summary);
            }

            return ExitCode.Done;
        });
        return command;
    }
}
