using System.CommandLine;
using Ratchet.Cli.Rendering;
using Ratchet.Hosting.Composition;
using Ratchet.Hosting.Configuration;

namespace Ratchet.Cli.Commands;

/// <summary><c>ratchet config</c>: what is set, by whom, and what can be set.</summary>
internal static class ConfigCommand
{
    public static Command Build(CommandContext context) => new("config", "Show the configuration in effect, or its schema.") { Show(context), Schema(context) };

    private static Command Show(CommandContext context)
    {
        var common = new SharedOptions();
        var changed = new Option<bool>("--changed") { Description = "Only settings that are not at their default." };
        var command = new Command("show", "Show every setting, its value and where it came from, and check them all.") { changed };
        common.AddTo(command, study: true);
        command.SetAction(parsed =>
        {
            var loaded = common.Load(parsed, context);
            var settings = parsed.GetValue(changed) ? [.. loaded.Settings.Where(s => s.Source != "default")] : loaded.Settings;
            if (parsed.GetValue(common.Json))
            {
                context.Out.WriteLine(JsonText.Of(SettingsView.Json(settings)));
            }
            else if (settings.Count == 0)
            {
                context.Out.WriteLine("Every setting is at its default.");
            }
            else
            {
                SettingsView.Write(context.Out, settings);
            }

            ConfigurationCheck.Require(loaded.Value, context.Families);
            return ExitCode.Done;
        });
        return command;
    }

    private static Command Schema(CommandContext context)
    {
        var command = new Command("schema", "Print the JSON schema of configuration files, for editors.");
        command.SetAction(_ =>
        {
            context.Out.Write(ConfigurationSchema.Text());
            return ExitCode.Done;
        });
        return command;
    }
}
