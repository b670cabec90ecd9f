using System.CommandLine;
using Ratchet.Hosting.Composition.Paper;
using Ratchet.Hosting.Configuration;
using Ratchet.Lifecycle.Datasets;
using Ratchet.Market.Feeds;
using Ratchet.Search.Studies;
using Ratchet.Storage.Models;
using Ratchet.Trading.Engine;
using Ratchet.Trading.Journal;
using Ratchet.Validation.Splits;

namespace Ratchet.Cli.Commands;

/// <summary>Runs a command line and turns what goes wrong into one message and an exit code.</summary>
internal static class CommandRunner
{
    private const int LongestMessage = 600;

    public static int Run(string[] arguments, CommandContext context, CancellationToken cancellationToken)
    {
        var parsed = CommandTree.Build(context, cancellationToken).Parse(arguments);
        if (parsed.Errors.Count > 0)
        {
            context.Error.WriteLine($"error: {Problem(parsed)} See '{Name(parsed)} --help'.");
            return ExitCode.Usage;
        }

        try
        {
            return parsed.Invoke(new InvocationConfiguration { Output = context.Out, Error = context.Error, EnableDefaultExceptionHandler = false });
        }
        catch (OperationCanceledException)
        {
            context.Error.WriteLine("cancelled; what a study has told is kept, and the same 'optimize' without --fresh goes on from there.");
            return ExitCode.Cancelled;
        }
        catch (Exception exception) when (exception is UsageException or ConfigurationException)
        {
            context.Error.WriteLine($"error: {OneLine(exception.Message)}");
            return ExitCode.Usage;
        }
        catch (Exception exception) when (exception is MarketDataException or NotEnoughDataException or SplitRefusedException
            or StudyMismatchException or StudyStorageException or ModelFileException or SessionRefusedException or JournalReadException or RecoveryException or IOException or UnauthorizedAccessException)
        {
            context.Error.WriteLine($"error: {OneLine(exception.Message)}");
            return ExitCode.Failed;
        }
    }

    /// <summary>A message as one line; one that quotes half a file is cut in its middle.</summary>
    private static string OneLine(string message)
    {
        var line = message.ReplaceLineEndings(" ");
        return line.Length <= LongestMessage ? line : $"{line[..(LongestMessage * 2 / 3)]} ... {line[^(LongestMessage / 3)..]}";
    }

    /// <summary>One sentence for all that the parser complains of: an unknown word explains the rest.</summary>
    private static string Problem(ParseResult parsed)
    {
        var command = parsed.CommandResult.Command;
        if (parsed.UnmatchedTokens.Count == 0)
        {
            return command.Subcommands.Count > 0
                ? $"'{Name(parsed)}' needs a command: {string.Join(", ", command.Subcommands.Select(c => c.Name))}."
                : parsed.Errors[0].Message.ReplaceLineEndings(" ");
        }

        var word = parsed.UnmatchedTokens[0];
        var isOption = word.StartsWith('-');
        var nearest = NearestName.Of(word, isOption ? command.Options.Select(o => o.Name) : command.Subcommands.Select(c => c.Name));
        var kind = isOption ? "an option" : command.Subcommands.Count > 0 ? "a command" : "an argument";
        return $"'{word}' is not {kind} of '{Name(parsed)}'{(nearest is null ? "." : $"; did you mean '{nearest}'?")}";
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
