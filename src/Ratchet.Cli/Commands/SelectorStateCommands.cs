using System.CommandLine;
using Ratchet.Adaptation.Selection;
using Ratchet.Cli.Rendering;
using Ratchet.Storage.State;

namespace Ratchet.Cli.Commands;

/// <summary><c>ratchet selector state | export | import</c>: what was learned, as a table and as a file.</summary>
internal static class SelectorStateCommands
{
    public static Command BuildState(CommandContext context)
    {
        var file = StateOption();
        var profiles = SelectorCommands.ProfilesOption();
        var json = SelectorCommands.JsonOption();
        var command = new Command("state", "Show what was learned: the best profile of each symbol and regime, and how often was explored.") { file, profiles, json };
        command.SetAction(parsed =>
        {
            if (Load(context, parsed.GetValue(file)!) is not { } state)
            {
                return ExitCode.Done;
            }

            var selector = Selector(context, parsed.GetValue(profiles), state);
            if (parsed.GetValue(json))
            {
                context.Out.WriteLine(JsonText.Of(SelectorJson.State(selector, state)));
            }
            else
            {
                SelectorText.State(context.Out, selector, state);
            }

            return ExitCode.Done;
        });
        return command;
    }

    public static Command BuildExport(CommandContext context)
    {
        var file = StateOption();
        var target = new Argument<string>("target") { Description = "The file that is written." };
        var command = new Command("export", "Write what was learned to another file.") { target, file };
        command.SetAction(parsed =>
        {
            if (Load(context, parsed.GetValue(file)!) is not { } state)
            {
                return ExitCode.Failed;
            }

            new SelectorStateFile(parsed.GetValue(target)!).Write(state);
            context.Error.WriteLine($"{parsed.GetValue(target)}: {PlainText.Count(state.Cells.Count, "cell")} of {PlainText.Count(state.Symbols.Count, "symbol")}.");
            return ExitCode.Done;
        });
        return command;
    }

    public static Command BuildImport(CommandContext context)
    {
        var file = StateOption();
        var profiles = SelectorCommands.ProfilesOption();
        var source = new Argument<string>("source") { Description = "The file that is read." };
        var command = new Command("import", "Take over what was learned from another file; what was there becomes a snapshot.") { source, file, profiles };
        command.SetAction(parsed =>
        {
            var target = new SelectorStateFile(parsed.GetValue(file)!);
            try
            {
                var state = target.ReadOther(parsed.GetValue(source)!);
                var selector = Selector(context, parsed.GetValue(profiles), state);
                target.Write(SelectorExchange.Export(selector, state.Symbols));
                context.Error.WriteLine($"{target.Path}: {PlainText.Count(state.Cells.Count, "cell")} of {PlainText.Count(state.Symbols.Count, "symbol")}.");
                return ExitCode.Done;
            }
            catch (InvalidDataException exception)
            {
                context.Error.WriteLine($"error: {exception.Message}");
                return ExitCode.Refused;
            }
        });
        return command;
    }

    private static Option<string> StateOption() =>
        new("--file") { Description = "The state file.", DefaultValueFactory = _ => Path.Combine("data", SelectorStateFile.FileName) };

    private static SelectorState? Load(CommandContext context, string path)
    {
        var read = new SelectorStateFile(path).Read();
        foreach (var problem in read.Problems)
        {
            context.Error.WriteLine($"warning: {problem}");
        }

        if (!read.Found)
        {
            context.Error.WriteLine($"{path} holds no state yet; a paper or backtest run with the selector writes it.");
        }
        else if (read.Problems.Count > 0)
        {
            context.Error.WriteLine($"warning: shown is the snapshot {read.Source}.");
        }

        return read.State;
    }

    private static ProfileSelector Selector(CommandContext context, string? file, SelectorState state)
    {
        var profiles = SelectorCommands.Profiles(file);
        var options = SelectorCommands.Settings(context, profiles).Apply(new SelectorOptions());
        var selector = new ProfileSelector(options, profiles, Math.Max(1, state.Symbols.Count));
        if (state.Symbols.Count > 0)
        {
            foreach (var left in SelectorExchange.Import(selector, state.Symbols, state))
            {
                context.Error.WriteLine($"warning: {left}.");
            }
        }

        return selector;
    }
}
