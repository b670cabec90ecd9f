using Ratchet.Adaptation.Advising;

namespace Ratchet.Adaptation.Tests.Advising;

public sealed class AdvisorDocumentTests
{
    [Fact]
    public void SettingsTable_EveryRow_IsWhatTheCodeHas()
    {
        var rows = File.ReadLines(Find())
            .Where(l => l.StartsWith("| `", StringComparison.Ordinal))
            .Select(l => l.Split('|', StringSplitOptions.TrimEntries)[1..^1]);
        var expected = AdvisorSettings.All.Select(s => new[] { $"`{s.Name}`", s.Text(AdvisorOptions.Conservative), s.Text(AdvisorOptions.Aggressive), s.Meaning });
        Assert.Equal(expected, rows);
    }

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var path = Path.Combine(folder.FullName, "docs", "advisor.md");
            if (File.Exists(path))
            {
                return path;
            }
        }

        throw new FileNotFoundException("docs/advisor.md is not above the tests.");
    }
}
