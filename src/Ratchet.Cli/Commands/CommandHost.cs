using System.Collections;
using Ratchet.Features.Sets;

namespace Ratchet.Cli.Commands;

/// <summary>
/// The whole command line as one call, for <c>ratchet</c> itself and for hosts that register feature families of their own: with them every command, from
/// <c>features audit</c> to <c>optimize</c>, knows the new names.
/// </summary>
public static class CommandHost
{
    /// <summary>Runs a command line on the console, with the system's clock and the process's environment. Ctrl-C ends the work in good order.</summary>
    /// <param name="arguments">The words after the program's name.</param>
    /// <param name="families">Families beside those of the product; a name may occur once in all.</param>
    /// <returns>The exit code: 0 done, 1 failed, 2 wrong usage, 3 refused, 130 cancelled.</returns>
    public static int Run(string[] arguments, params IReadOnlyList<IFeatureFamily> families)
    {
        using var cancellation = new CancellationTokenSource();
        ConsoleCancelEventHandler onPress = (_, press) =>
        {
            if (cancellation.IsCancellationRequested)
            {
                // The second time: stop at once. Everything told is on disk already.
                Environment.Exit(ExitCode.Cancelled);
            }

            press.Cancel = true;
            cancellation.Cancel();
        };
        Console.CancelKeyPress += onPress;
        try
        {
            return CommandRunner.Run(arguments, Context(families), cancellation.Token);
        }
        finally
        {
            Console.CancelKeyPress -= onPress;
        }
    }

    private static CommandContext Context(IReadOnlyList<IFeatureFamily> families)
    {
        var variables = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (DictionaryEntry variable in Environment.GetEnvironmentVariables())
        {
            variables[(string)variable.Key] = (string?)variable.Value ?? string.Empty;
        }

        return new()
        {
            Out = Console.Out,
            Error = Console.Error,
            Clock = TimeProvider.System,
            Variables = variables,
            IsTerminal = !Console.IsErrorRedirected && !variables.ContainsKey("NO_COLOR") && variables.GetValueOrDefault("TERM") != "dumb",
            Families = families,
        };
    }
}
