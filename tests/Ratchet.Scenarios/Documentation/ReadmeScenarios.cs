using Ratchet.Scenarios.Processes;

namespace Ratchet.Scenarios.Documentation;

public sealed class ReadmeScenarios
{
    [Fact]
    public void Readme_FirstTwoCommands_ExistAndTheSecondIsWhatCiRuns()
    {
        var readme = Path.Combine(RepositoryRoot.Path, "README.md");
        Assert.SkipUnless(File.Exists(readme), "README.md is not there yet.");
        var commands = FencedCommands(File.ReadAllLines(readme)).Take(2).ToArray();
        Assert.Equal(2, commands.Length);
        foreach (var command in commands)
        {
            var program = command.Split(' ')[0];
            Assert.True(
                program is "dotnet" or "git" || File.Exists(Path.Combine(RepositoryRoot.Path, program)),
                $"README.md begins with '{command}', but there is no {program}.");
        }

        var ci = Path.Combine(RepositoryRoot.Path, ".ci", "run");
        Assert.True(File.Exists(ci), ".ci/run is missing.");
        Assert.Contains(File.ReadAllLines(ci), l => l.Trim().Split(" 2>&1")[0] == commands[1]);
    }

    /// <summary>The lines of fenced blocks that are commands: not blank, no comment.</summary>
    private static IEnumerable<string> FencedCommands(IEnumerable<string> lines)
    {
        var inside = false;
        foreach (var line in lines.Select(l => l.Trim()))
        {
            if (line.StartsWith("```", StringComparison.Ordinal))
            {
                inside = !inside;
            }
            else if (inside && line.Length > 0 && line[0] != '#')
            {
                yield return line.StartsWith("$ ", StringComparison.Ordinal) ? line[2..] : line;
            }
        }
    }
}
