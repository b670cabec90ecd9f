namespace Ratchet.Cli.Tests.Commands;

public sealed class HelpTests : IDisposable
{
    private readonly CommandLine line = new();

    public void Dispose() => line.Dispose();

    [Theory]
    [InlineData("", "optimize", "data", "features", "config", "doctor")]
    [InlineData("data", "import", "check", "list", "resample", "synth")]
    [InlineData("config", "show", "schema")]
    public void Help_Command_ListsItsCommandsOnStandardOutput(string command, params string[] expected)
    {
        var result = line.Run([.. command.Split(' ', StringSplitOptions.RemoveEmptyEntries), "--help"]);

        Assert.Equal((0, ""), (result.Exit, result.Error));
        Assert.All(expected, e => Assert.Contains(e, result.Out, StringComparison.Ordinal));
    }
}
