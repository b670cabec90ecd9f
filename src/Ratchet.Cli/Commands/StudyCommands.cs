using System.CommandLine;
using Ratchet.Cli.Rendering;
using Ratchet.Hosting.Composition;

namespace Ratchet.Cli.Commands;

/// <summary><c>ratchet study list | show</c>.</summary>
internal static class StudyCommands
{
    public static Command Build(CommandContext context) => new("study", "Studies that were begun or finished.") { List(context), Show(context) };

    private static Command List(CommandContext context)
    {
        var common = new SharedOptions();
        var command = new Command("list", "All studies below the data root.");
        common.AddTo(command, market: false);
        command.SetAction(parsed =>
        {
            var root = common.Load(parsed, context).Value.Data.Root;
            var studies = StudyFolder.List(root).Select(name => StudyFolder.Read(root, name, context.Clock)).ToArray();
            StudyTables.WriteList(context, studies, parsed.GetValue(common.Json));
            return ExitCode.Done;
        });
        return command;
    }

    private static Command Show(CommandContext context)
    {
        var common = new SharedOptions();
        var name = new Argument<string>("name") { Description = "The study's name." };
        var top = new Option<int>("--top") { Description = "How many trials to show.", DefaultValueFactory = _ => 10 };
        var command = new Command("show", "Trials of one study by value, failures with their exceptions, openings of the sealed part.") { name, top };
        common.AddTo(command, market: false);
        command.SetAction(parsed =>
        {
            var root = common.Load(parsed, context).Value.Data.Root;
            var wanted = parsed.GetValue(name)!;
            if (!StudyFolder.List(root).Contains(wanted))
            {
                throw new UsageException($"There is no study '{wanted}' below {root}; there are: {string.Join(", ", StudyFolder.List(root).DefaultIfEmpty("none"))}.");
            }

            StudyTables.WriteOne(context, StudyFolder.Read(root, wanted, context.Clock), parsed.GetValue(top), parsed.GetValue(common.Json));
            return ExitCode.Done;
        });
        return command;
    }
}
