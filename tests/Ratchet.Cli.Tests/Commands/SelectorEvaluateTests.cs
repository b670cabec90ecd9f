using Ratchet.Adaptation.Regimes;
using Ratchet.Adaptation.Selection;
using Ratchet.Storage.State;
using Ratchet.Trading.Profiles;

namespace Ratchet.Cli.Tests.Commands;

public sealed class SelectorEvaluateTests : IDisposable
{
    private static readonly string[] Names = [.. TradeProfiles.All.Select(p => p.Name)];

    private readonly CommandLine line = new();

    private string LogPath => Path.Combine(line.Input, DecisionLogFile.FileName);

    public void Dispose() => line.Dispose();

    [Fact]
    public void Evaluate_Log_JudgesEveryPolicy()
    {
        WriteLog();
        var text = line.Run("selector", "evaluate", "--log", LogPath);
        Assert.Equal((0, ""), (text.Exit, text.Error));
        Assert.Contains("always trend_rider", text.Out, StringComparison.Ordinal);
        Assert.Equal(text.Out.Replace(LogPath, "", StringComparison.Ordinal), line.Run("selector", "evaluate", "--session", line.Input).Out.Replace(LogPath, "", StringComparison.Ordinal));
        var json = line.Run("selector", "evaluate", "--log", LogPath, "--json").Json;
        var policies = json["policies"]!.AsArray().ToDictionary(p => (string)p!["policy"]!, p => p!);
        Assert.Equal(1 + 5 + 7 + 6, policies.Count);
        var (own, logged) = (policies["as logged"], (double)json["logged"]!);
        Assert.Equal(logged, (double)own["ips"]!["value"]!, 12);
        Assert.Equal((double)json["judged"]!, (double)own["effectiveSamples"]!, 9);

        // In this log moderate earns 1 R and everything else nothing.
        Assert.InRange((double)policies["always moderate"]["selfNormalisedIps"]!["value"]!, 0.8, 1.0);
        Assert.InRange((double)policies["always ultra_aggressive"]["selfNormalisedIps"]!["value"]!, -0.01, 0.4);
    }

    [Fact]
    public void Evaluate_OnePolicy_IsJudgedAlone()
    {
        WriteLog();
        Assert.Equal(["as logged", "always scalp"], Policies("--policy", "scalp"));
        Assert.Equal(["as logged", "Thompson"], Policies("--policy", "thompson"));
        Assert.Equal(["as logged", "epsilon 0.25"], Policies("--epsilon", "0.25"));

        IEnumerable<string?> Policies(params string[] options) =>
            line.Run(["selector", "evaluate", "--log", LogPath, "--json", .. options]).Json["policies"]!.AsArray().Select(p => (string?)p!["policy"]);
    }

    [Fact]
    public void Evaluate_CutLastLine_IsSaidAndTheRestJudgedAndExported()
    {
        WriteLog();
        File.WriteAllBytes(LogPath, File.ReadAllBytes(LogPath)[..^20]);
        var target = Path.Combine(line.Input, "copy.jsonl");
        var result = line.Run("selector", "evaluate", "--log", LogPath, "--export", target);
        Assert.Equal(0, result.Exit);
        Assert.Contains("its last line was cut", result.ErrorLines[0], StringComparison.Ordinal);
        Assert.Equal((0, ""), (line.Run("selector", "evaluate", "--log", target).Exit, line.Run("selector", "evaluate", "--log", target).Error));
    }

    [Theory]
    [InlineData("--policy nothing", 2, "'nothing'")]
    [InlineData("--epsilon 2", 2, "[0, 1]")]
    [InlineData("--clip 0", 2, "--clip")]
    [InlineData("--session x", 2, "leave one of them away")]
    public void Evaluate_WrongWords_AreUsageErrors(string words, int exit, string says)
    {
        WriteLog();
        var result = line.Run(["selector", "evaluate", "--log", LogPath, .. words.Split(' ')]);
        Assert.Equal((exit, ""), (result.Exit, result.Out));
        Assert.Contains(says, Assert.Single(result.ErrorLines), StringComparison.Ordinal);
    }

    [Fact]
    public void Evaluate_DamagedLine_IsRefusedWithItsNumber()
    {
        WriteLog();
        var lines = File.ReadAllLines(LogPath);
        lines[4] = lines[4].Replace("\"time\":", "\"time\":1", StringComparison.Ordinal);
        File.WriteAllLines(LogPath, lines);
        var result = line.Run("selector", "evaluate", "--log", LogPath);
        Assert.Equal((1, ""), (result.Exit, result.Out));
        Assert.Contains("line 5", Assert.Single(result.ErrorLines), StringComparison.Ordinal);
    }

    private void WriteLog()
    {
        using var log = DecisionLogFile.Open(LogPath, Names, ["BTC/USDT", "ETH/USDT"]);
        var selector = new ProfileSelector(new() { Bandit = new() { Epsilon = 0.5 } }, TradeProfiles.All, 2, log);
        var moderate = TradeProfiles.IndexOf(TradeProfiles.All, "moderate");
        for (var i = 0; i < 300; i++)
        {
            var choice = selector.Choose(10 * i, i % 2, i % 20 == 0 ? MarketRegime.Illiquid : MarketRegime.TrendUp, 0.1);
            if (choice.Profile >= 0)
            {
                selector.Reward((10 * i) + 5, choice.Decision, choice.Profile == moderate ? 1 : 0, 2);
            }
        }
    }
}
