using Ratchet.Adaptation.Advising;
using Ratchet.Adaptation.Regimes;
using Ratchet.Storage.State;

namespace Ratchet.Cli.Tests.Commands;

public sealed class AdvisorCommandsTests : IDisposable
{
    private readonly CommandLine line = new();

    public void Dispose() => line.Dispose();

    [Fact]
    public void Commands_StateBelowTheRoot_AreShownAsTextAndJson()
    {
        Write();
        foreach (var words in new[] { "status", "strategy", "strategy RSI_Reversal", "allocation --regime ILLIQUID", "health", "regimes", "audit", "audit --weights" })
        {
            var text = line.Run(["advisor", .. words.Split(' ')]);
            Assert.Equal((0, ""), (text.Exit, text.Error));
            Assert.NotEmpty(text.Out);
            Assert.NotNull(line.Run(["advisor", .. words.Split(' '), "--json"]).Json);
        }

        Assert.Contains("DEGRADED", line.Run("advisor", "health").Out, StringComparison.Ordinal);
        Assert.Contains("VIOLATED", line.Run("advisor", "health").Out, StringComparison.Ordinal);
        Assert.Equal(2, line.Run("advisor", "export").Json["strategies"]!.AsArray().Count);
        Assert.StartsWith("strategy,status,", line.Run("advisor", "export", "--csv", "strategies").Out, StringComparison.Ordinal);
    }

    [Fact]
    public void ForceAndSet_WithWhoAndWhy_AreWrittenToTheState()
    {
        Write();
        Assert.Equal(0, line.Run("advisor", "force", "RSI_Reversal", "active", "--by", "ann", "--why", "feed repaired").Exit);
        var set = line.Run("advisor", "set", "quality.threshold=0.6", "switch.retirement=off", "--by", "ann", "--why", "test");
        Assert.Equal((0, ""), (set.Exit, set.Error));
        Assert.Contains("quality.threshold: 0.7 -> 0.6 (by ann: test)", set.Out, StringComparison.Ordinal);
        var status = line.Run("advisor", "status", "--json").Json;
        Assert.Equal(("0.6", "off"), ((string?)status["settings"]!["quality.threshold"], (string?)status["settings"]!["switch.retirement"]));
        var forced = line.Run("advisor", "audit", "--json").Json.AsArray().Single(e => (string?)e!["kind"] == "Forced")!;
        Assert.Equal(("DEGRADED", "ACTIVE", "feed repaired"), ((string?)forced["from"], (string?)forced["to"], (string?)forced["why"]));
    }

    [Theory]
    [InlineData("set quality.threshold=2 --by a --why b", "must be in [0, 1]")]
    [InlineData("set quality.treshold=1 --by a --why b", "names no setting")]
    [InlineData("set --by a --why b", "nothing to change")]
    [InlineData("set --preset wild --by a --why b", "conservative or aggressive")]
    [InlineData("force Nobody active --by a --why b", "There is no strategy 'Nobody'")]
    [InlineData("force RSI_Reversal asleep --by a --why b", "must be active")]
    [InlineData("force RSI_Reversal active --by a", "--why")]
    [InlineData("strategy Nobody", "There is no strategy 'Nobody'")]
    [InlineData("status --regime SIDEWAYS", "must be one of")]
    [InlineData("export --csv all", "must be strategies")]
    public void Commands_WrongWords_AreUsageErrorsAndChangeNothing(string words, string message)
    {
        Write();
        var before = line.HashOfRoot();
        var result = line.Run(["advisor", .. words.Split(' ')]);
        Assert.Equal(2, result.Exit);
        Assert.Contains(message, Assert.Single(result.ErrorLines), StringComparison.Ordinal);
        Assert.Equal(before, line.HashOfRoot());
    }

    [Fact]
    public void Status_DamagedState_IsSetAsideAndTheSnapshotUsed()
    {
        Write();
        Write();
        var path = Path.Combine(line.Root, AdvisorStateFile.FileName);
        var text = File.ReadAllText(path);
        File.WriteAllText(path, text[..(text.Length / 2)]);
        var result = line.Run("advisor", "status");
        Assert.Equal(0, result.Exit);
        Assert.Contains("set aside", Assert.Single(result.ErrorLines), StringComparison.Ordinal);
        Assert.Contains("RSI_Reversal", result.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Status_NoState_SaysWhereItLooked()
    {
        var result = line.Run("advisor", "status");
        Assert.Equal(2, result.Exit);
        Assert.Contains(AdvisorStateFile.FileName, Assert.Single(result.ErrorLines), StringComparison.Ordinal);
    }

    private void Write()
    {
        var advisor = new StrategyAdvisor(new(), ["EMA_Trend", "RSI_Reversal"], [1, 0.8], ["BTC/USDT"]);
        for (var i = 0; i < 25; i++)
        {
            advisor.Closed(new(0, 0, MarketRegime.TrendUp, 1, i, i, 1, 1, 0, 1, Shadow: false));
            advisor.Closed(new(1, 0, MarketRegime.TrendUp, 1, i, i, -1, 1, 0, -1, Shadow: false));
        }

        advisor.Score(30, 0, 0, MarketRegime.TrendUp, 0.8, 4);
        advisor.Update(31, MarketRegime.TrendUp);
        new AdvisorStateFile(Path.Combine(line.Root, AdvisorStateFile.FileName)).Write(advisor);
    }
}
