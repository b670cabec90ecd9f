namespace Ratchet.Cli.Tests.BadInput;

/// <summary>One kind of bad input.</summary>
/// <param name="Id">Its name here and in docs/bad-input.md.</param>
/// <param name="Exit">The exit code.</param>
/// <param name="Arguments">The command line; {in} stands for the folder of input files.</param>
/// <param name="Says">What the message must contain: the thing that is wrong, and what to do.</param>
internal sealed record BadCase(string Id, int Exit, string Arguments, params string[] Says)
{
    /// <summary>Makes the files that the command is given.</summary>
    public Action<CommandLine> Prepare { get; init; } = static _ => { };
}
