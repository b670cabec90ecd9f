using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Ratchet.Scenarios.Processes;
using Ratchet.Storage.Studies;

namespace Ratchet.Scenarios.Studies;

public sealed partial class OutputScenarios(ReferenceRun reference) : IClassFixture<ReferenceRun>
{
    private const string Banner = "SYNTHETIC DATA";

    [Fact]
    public void Optimize_SyntheticBars_AreCalledThatOnBothStreamsAndInTheFile()
    {
        Assert.Contains(Banner, reference.Finished.Output, StringComparison.Ordinal);
        Assert.Contains(Banner, reference.Finished.Error, StringComparison.Ordinal);
        Assert.True(Root(reference.TopConfigurations).GetProperty("synthetic").GetBoolean());
    }

    [Fact]
    public void Optimize_Trees_AreThoseOfTheWarmStart()
    {
        var match = TreeLine().Match(reference.Finished.Output);
        Assert.True(match.Success, reference.Finished.Output);
        var grown = Number(match, "grown");
        Assert.Equal(grown, Number(match, "warm"));
        Assert.True(Number(match, "scratch") > grown);
        var file = Root(reference.TopConfigurations);
        Assert.Equal(grown, file.GetProperty("trees_by_warm_start").GetInt64());
        Assert.Equal(Number(match, "scratch"), file.GetProperty("trees_from_scratch").GetInt64());
    }

    [Fact]
    public void Optimize_TreesInTheFile_FollowFromTheStoredTrials()
    {
        // R = 9, eta = 3: a trial's trees are folds x the sum over forests of ceil(n_estimators x resource / 9) at the highest resource it reached.
        using var root = new DataRoot();
        RatchetProcess.Run(root.Optimize(2)).Succeeded();
        using var storage = new SqliteStudyStorage(root.Database, TimeProvider.System);
        var study = Search.Studies.Study.Load(storage, $"{DataRoot.Study}/joint");
        long trees = 0;
        foreach (var trial in study.Trials.Where(t => !t.UserAttributes.ContainsKey("duplicate_of")))
        {
            var resource = trial.IntermediateValues.Keys.Max();
            foreach (var forest in new[] { "entry", "position", "exit", "profit" })
            {
                var estimators = trial.Parameters.Single(p => p.Name == $"{forest}.n_estimators").Value;
                trees += 3 * (long)Math.Ceiling((estimators * resource / 9) - 1e-9);
            }
        }

        Assert.Equal(17, study.Trials.Count);
        Assert.Equal(trees, Root(root.TopConfigurations).GetProperty("trees_by_warm_start").GetInt64());
    }

    [Fact]
    public void Optimize_Json_IsTheFileOnStandardOutputAndNothingElse()
    {
        using var root = new DataRoot();
        var run = RatchetProcess.Run(root.Optimize(2, "--json")).Succeeded();
        Assert.Equal(File.ReadAllText(root.TopConfigurationsPath).TrimEnd(), run.Output.TrimEnd());
        Assert.Contains(Banner, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Optimize_OutputIsNoTerminal_HoldsNoEscapeCodes()
    {
        Assert.DoesNotContain('\u001b', reference.Finished.Output);
        Assert.DoesNotContain('\u001b', reference.Finished.Error);
    }

    [Fact]
    public void Optimize_UnknownSetting_IsAUsageErrorWithoutATrace()
    {
        using var root = new DataRoot();
        var run = RatchetProcess.Run(root.Optimize(1, "--set", "search.etta=3"));
        Assert.Equal(2, run.ExitCode);
        Assert.Contains("etta", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", run.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(root.StudyFolder));
    }

    private static JsonElement Root(byte[] json) => JsonDocument.Parse(json).RootElement;

    private static long Number(Match match, string group) =>
        long.Parse(match.Groups[group].Value, NumberStyles.AllowThousands, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"trees grown in the search (?<grown>[\d,]+) \(warm-start arithmetic (?<warm>[\d,]+), from scratch (?<scratch>[\d,]+)\)")]
    private static partial Regex TreeLine();
}
