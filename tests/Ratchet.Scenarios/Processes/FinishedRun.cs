namespace Ratchet.Scenarios.Processes;

/// <summary>What a process left behind.</summary>
internal sealed record FinishedRun(int ExitCode, string Output, string Error)
{
    public FinishedRun Succeeded()
    {
        Assert.True(ExitCode == 0, $"exit code {ExitCode}\n{Output}\n{Error}");
        return this;
    }
}
