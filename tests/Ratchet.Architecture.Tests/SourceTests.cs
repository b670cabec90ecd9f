using System.Text.RegularExpressions;

namespace Ratchet.Architecture.Tests;

public sealed partial class SourceTests
{
    private static readonly string[] VagueWords = ["Helper", "Util", "Manager", "Common", "Misc"];

    [Fact]
    public void Sources_Namespace_EqualsFolder()
    {
        var wrong = new List<string>();
        foreach (var file in Repository.SourceFiles("src"))
        {
            var found = NamespacePattern().Match(File.ReadAllText(file));
            var folder = Path.GetDirectoryName(Path.GetRelativePath(Path.Combine(Repository.Root, "src"), file))!;
            var expected = folder.Replace('\\', '/').Replace('/', '.');
            if (found.Success && found.Groups[1].Value != expected)
            {
                wrong.Add($"{Repository.Relative(file)}: namespace {found.Groups[1].Value}, expected {expected}");
            }
        }

        Assert.Empty(wrong);
    }

    [Fact]
    public void Sources_OneTopLevelType_NamedAsTheFile()
    {
        var wrong = new List<string>();
        foreach (var file in Repository.SourceFiles("src"))
        {
            var types = TopLevelTypePattern().Matches(File.ReadAllText(file)).Select(m => m.Groups[1].Value).ToList();
            var name = Path.GetFileNameWithoutExtension(file).Split('.')[0];
            if (types.Count > 1 || (types.Count == 1 && types[0] != name))
            {
                wrong.Add($"{Repository.Relative(file)}: {string.Join(", ", types)}");
            }
        }

        Assert.Empty(wrong);
    }

    [Fact]
    public void Sources_NamesAndRegions_FollowTheStyle()
    {
        var wrong = Repository.SourceFiles("src")
            .Where(f => VagueWords.Any(w => Path.GetFileName(f).Contains(w, StringComparison.Ordinal))
                || File.ReadAllText(f).Contains("#region", StringComparison.Ordinal))
            .Select(Repository.Relative);
        Assert.Empty(wrong);
    }

    [Fact]
    public void Sources_LongFiles_AreListedWithTheirReason()
    {
        var listed = File.ReadLines(Path.Combine(Repository.Root, "docs/architecture.md"))
            .Select(l => l.Split('|', StringSplitOptions.TrimEntries))
            .Where(c => c.Length == 4 && c[1].EndsWith(".cs", StringComparison.Ordinal) && c[2].Length > 10)
            .Select(c => c[1])
            .ToHashSet(StringComparer.Ordinal);
        var tooLong = Repository.SourceFiles("src")
            .Where(f => File.ReadLines(f).Count() > 400)
            .Select(Repository.Relative)
            .Where(f => !listed.Contains(f));
        Assert.Empty(tooLong);
    }

    [Fact]
    public void Sources_ProductionCode_NeverNamesTestCode()
    {
        var wrong = Repository.SourceFiles("src").Where(f => File.ReadAllText(f).Contains("Ratchet.Testing", StringComparison.Ordinal));
        Assert.Empty(wrong);
    }

    [Fact]
    public void BannedSymbols_ClocksRandomnessIdentities_AreListed()
    {
        var text = File.ReadAllText(Path.Combine(Repository.Root, "eng/BannedSymbols.txt"));
        Assert.All(
            new[] { "System.DateTime.UtcNow", "System.DateTimeOffset.UtcNow", "T:System.Random;", "System.Guid.NewGuid", "System.Threading.Thread.Sleep" },
            name => Assert.Contains(name, text, StringComparison.Ordinal));
    }

    [GeneratedRegex(@"^namespace ([\w.]+);", RegexOptions.Multiline)]
    private static partial Regex NamespacePattern();

    [GeneratedRegex(@"^(?:public |internal |file )(?:static |sealed |abstract |readonly |partial |unsafe |ref )*(?:class|record struct|record class|record|struct|interface|enum|delegate [\w<>\[\]?]+) (\w+)", RegexOptions.Multiline)]
    private static partial Regex TopLevelTypePattern();
}
