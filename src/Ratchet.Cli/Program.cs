using System.Collections;
using Ratchet.Cli.Commands;

using var cancellation = new CancellationTokenSource();
Console.CancelKeyPress += (_, press) =>
{
    if (cancellation.IsCancellationRequested)
    {
        // The second time: stop at once. Everything told is on disk already.
        Environment.Exit(ExitCode.Cancelled);
    }

    press.Cancel = true;
    cancellation.Cancel();
};

var variables = new Dictionary<string, string>(StringComparer.Ordinal);
foreach (DictionaryEntry variable in Environment.GetEnvironmentVariables())
{
    variables[(string)variable.Key] = (string?)variable.Value ?? string.Empty;
}

var context = new CommandContext
{
    Out = Console.Out,
    Error = Console.Error,
    Clock = TimeProvider.System,
    Variables = variables,
    IsTerminal = !Console.IsErrorRedirected && !variables.ContainsKey("NO_COLOR") && variables.GetValueOrDefault("TERM") != "dumb",
};
return CommandRunner.Run(args, context, cancellation.Token);
