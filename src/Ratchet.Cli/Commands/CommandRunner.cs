using System.CommandLine;
using Ratchet.Hosting.Configuration;
using Ratchet.Lifecycle.Datasets;
using Ratchet.Market.Feeds;
using Ratchet.Search.Studies;
using Ratchet.Validation.Splits;

namespace Ratchet.Cli.Commands;

/// <summary>Runs a command line and turns what goes wrong into one message and an exit code.</summary>
internal static class CommandRunner
{
    public static int Run(string[] arguments, CommandContext context, CancellationToken cancellationToken)
    {
        var parsed = CommandTree.Build(context, cancellationToken).Parse(arguments);
        if (parsed.Errors.Count > 0)
        {
            foreach (var error in parsed.Errors)
            {
                context.Error.WriteLine($"error: {error.Message}");
            }

            context.Error.WriteLine($"See '{Name(parsed)} --help'.");
            return ExitCode.Usage;
        }

        try
        {
            return parsed.Invoke(new InvocationConfiguration { Output = context.Out, Error = context.Error, EnableDefaultExceptionHandler = false });
        }
        catch (OperationCanceledException)
        {
            context.Error.WriteLine("cancelled; what was finished is kept, the same command goes on from there.");
            return ExitCode.Cancelled;
        }
        catch (Exception exception) when (exception is UsageException or ConfigurationException)
        {
            context.Error.WriteLine($"error: {exception.Message}");
            return ExitCode.Usage;
        }
        catch (Exception exception) when (exception is MarketDataException or NotEnoughDataException or SplitRefusedException
            or StudyMismatchException or StudyStorageException or IOException or UnauthorizedAccessException)
        {
            context.Error.WriteLine($"error: {exception.Message}");
            return ExitCode.Failed;
        }
    }

    private static string Name(ParseResult parsed)
    {
        var names = new List<string>();
        for (var result = parsed.CommandResult; result is not null; result = result.Parent as System.CommandLine.Parsing.CommandResult)
        {
            names.Insert(0, result.Command is RootCommand ? "ratchet" : result.Command.Name);
        }

        return string.Join(' ', names);
    }
}
