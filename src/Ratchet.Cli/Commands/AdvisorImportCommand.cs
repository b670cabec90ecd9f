using System.CommandLine;
using Ratchet.Storage.State;

namespace Ratchet.Cli.Commands;

/// <summary><c>ratchet advisor import</c>: another state file takes the place of the state, once it has proved whole.</summary>
internal static class AdvisorImportCommand
{
    public static Command Build(CommandContext context)
    {
        var options = new AdvisorStateOptions();
        var source = new Argument<string>("file") { Description = $"An advisor's state, such as a copy of {AdvisorStateFile.FileName}." };
        var command = new Command("import", "Take over the state of another file, checked first; what was there becomes a snapshot.") { source };
        options.AddTo(command, regime: false);
        command.SetAction(parsed =>
        {
            var target = new AdvisorStateFile(options.Path(parsed, context));
            try
            {
                var advisor = target.ReadOther(parsed.GetValue(source)!);
                target.Write(advisor);
                context.Error.WriteLine($"{target.Path}: the state of {string.Join(", ", advisor.Strategies)} was taken over.");
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
}
