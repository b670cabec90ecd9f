using System.Text.RegularExpressions;

namespace Ratchet.Cli.Tests.BadInput;

public sealed partial class BadInputTests
{
    private static readonly BadCase[] Cases = [.. BadFiles.All, .. BadOptions.All, .. BadConfigurations.All, .. BadSessions.All];

    public static TheoryData<string> Ids() => [.. Cases.Select(c => c.Id)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void Run_BadInput_SaysWhatAndWhatToDoAndLeavesTheStoreAlone(string id)
    {
        var bad = Cases.Single(c => c.Id == id);
        using var line = new CommandLine();
        Assert.Equal(0, line.Run("data", "synth", "--bars", "300").Exit);
        bad.Prepare(line);
        var before = line.HashOfRoot();

        var result = line.Run([.. bad.Arguments.Split(' ').Select(a => a.Replace("{in}", line.Input, StringComparison.Ordinal))]);

        Assert.Equal(bad.Exit, result.Exit);
        var message = Assert.Single(result.ErrorLines, l => l.StartsWith("error: ", StringComparison.Ordinal));
        Assert.Equal([message], result.ErrorLines);
        Assert.All(bad.Says, s => Assert.Contains(s, message, StringComparison.Ordinal));
        Assert.DoesNotContain("   at ", result.Error + result.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", result.Error + result.Out, StringComparison.Ordinal);
        Assert.InRange(message.Length, 20, 700);
        Assert.Equal(before, line.HashOfRoot());
    }

    [Fact]
    public void Table_Ids_AreUniqueAndMany()
    {
        Assert.Equal(Cases.Length, Cases.Select(c => c.Id).Distinct(StringComparer.Ordinal).Count());
        Assert.True(Cases.Length >= 28, $"There are {Cases.Length} cases.");
        Assert.All(Cases, c => Assert.True(c.Says.Length >= 2, c.Id));
    }

    [Fact]
    public void Document_Rows_AreTheTable()
    {
        var documented = DocumentRow().Matches(File.ReadAllText(Repository.Find("docs/bad-input.md")))
            .Select(m => (Id: m.Groups[1].Value, Exit: m.Groups[2].Value));

        Assert.Equal(Cases.Select(c => (c.Id, $"{c.Exit}")), documented);
    }

    [GeneratedRegex(@"^\| `([a-z0-9-]+)` \|.*\| ([0-9]+) \|$", RegexOptions.Multiline)]
    private static partial Regex DocumentRow();
}
