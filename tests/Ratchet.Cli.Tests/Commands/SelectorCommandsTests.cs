using Ratchet.Adaptation.Regimes;
using Ratchet.Adaptation.Selection;
using Ratchet.Storage.State;
using Ratchet.Trading.Profiles;

namespace Ratchet.Cli.Tests.Commands;

public sealed class SelectorCommandsTests : IDisposable
{
    private readonly CommandLine line = new();

    public void Dispose() => line.Dispose();

    [Fact]
    public void Demo_FewSeeds_ShowsEveryPart()
    {
        var text = line.Run("selector", "demo", "--seeds", "2");
        Assert.Equal((0, ""), (text.Exit, text.Error));
        foreach (var part in new[] { "99,500.00   101,500.00  102,500.00", "+1.70", "+1.34", "TREND_UP", "ILLIQUID", "HIGH_VOLATILITY", "RANGE_LOW_VOL", "simulated", "floor", "oracle", "Recovered" })
        {
            Assert.Contains(part, text.Out, StringComparison.Ordinal);
        }

        var json = line.Run("selector", "demo", "--seeds", "2", "--json").Json;
        Assert.Equal((7, 4, 20, 24, 18), (Count("profiles"), Count("markets"), Count("trades"), Count("learning"), Count("switching")));

        int Count(string name) => json[name]!.AsArray().Count;
    }

    [Fact]
    public void Regime_FourMarkets_AreWhatTheyAreCalled()
    {
        var json = line.Run("selector", "regime", "--json").Json;
        Assert.Equal(["TREND_UP", "RANGE_LOW_VOL", "HIGH_VOLATILITY", "ILLIQUID"], json["markets"]!.AsArray().Select(m => (string?)m!["regime"]));
        Assert.Equal("TREND_DOWN", Regime("--price", "100", "--atr", "1", "--adx", "30", "--plus-di", "10", "--minus-di", "30", "--fast", "98", "--slow", "99", "--bars-per-day", "6"));
    }

    [Fact]
    public void Regime_FileOfBars_CountsEveryBarOnceAndLeavesTheHoldOutSealed()
    {
        var file = line.Write("BTCUSDT_1h.csv", SampleBars.Text(1500));
        var text = line.Run("selector", "regime", file);
        Assert.Equal((0, ""), (text.Exit, text.Error));
        Assert.Contains("300 bars of the hold-out", text.Out, StringComparison.Ordinal);
        Assert.Contains("TREND_UP is to be bull", text.Out, StringComparison.Ordinal);
        var json = line.Run("selector", "regime", file, "--json").Json;
        Assert.Equal(1200, (int)json["bars"]!);
        Assert.Equal(1200, json["regimes"]!.AsObject().Sum(r => (int)r.Value!["bars"]!));
        Assert.Equal((int)json["changes"]!, json["regimes"]!.AsObject().Sum(r => r.Value!["followedBy"]!.AsObject().Sum(t => (int)t.Value!)));
        Assert.Equal("TREND_UP", (string?)json["last"]!["regime"]);
        Assert.InRange((int)json["agreement"]!["judged"]!, 1, 700);

        Assert.Equal(0, line.Run("data", "import", file, "-p", "BTC/USDT", "-i", "1h").Exit);
        var stored = line.Run("selector", "regime", "-p", "BTC/USDT", "-i", "1h", "--json").Json;
        Assert.Equal(json["regimes"]!.ToJsonString(), stored["regimes"]!.ToJsonString());
        Assert.Equal(744, (int)line.Run("selector", "regime", "-p", "BTC/USDT", "-i", "1h", "--timerange", "20240101-20240201", "--json").Json["bars"]!);
        var both = line.Run("selector", "regime", file, "--atr", "1");
        Assert.Equal(2, both.Exit);
        Assert.Contains("--atr", Assert.Single(both.ErrorLines), StringComparison.Ordinal);
    }

    [Fact]
    public void Settings_EnvironmentOverFileOverDefaults()
    {
        Assert.Equal("HIGH_VOLATILITY", Whipsaw());
        var file = line.Write("c.json", "{ \"selector\": { \"highVolatility\": 0.9 } }");
        Assert.Equal("RANGE_HIGH_VOL", Whipsaw("-c", file));
        line.Variables["REGIME_HIGH_VOL_ATR_PCT"] = "0.05";
        Assert.Equal("HIGH_VOLATILITY", Whipsaw("-c", file));
        Assert.Equal("RANGE_HIGH_VOL", Whipsaw("-c", file, "--set", "selector.highVolatility=0.8"));
        line.Variables["META_STRATEGY_ENABLED"] = "off";
        var shown = line.Run("config", "show", "--changed").Out;
        Assert.Contains("META_STRATEGY_ENABLED", shown, StringComparison.Ordinal);
        Assert.Contains("REGIME_HIGH_VOL_ATR_PCT", shown, StringComparison.Ordinal);

        string? Whipsaw(params string[] options) =>
            (string?)line.Run(["selector", "regime", "--json", .. options]).Json["markets"]!.AsArray()[2]!["regime"];
    }

    [Theory]
    [InlineData("META_STRATEGY_ENABLED", "maybe")]
    [InlineData("META_STRATEGY_EPSILON", "1.5")]
    [InlineData("META_STRATEGY_EPSILON", "ten")]
    [InlineData("META_STRATEGY_ALPHA", "0")]
    [InlineData("REGIME_TREND_ADX_THRESHOLD", "101")]
    [InlineData("REGIME_HIGH_VOL_ATR_PCT", "0.01")]
    [InlineData("DEFAULT_STRATEGY", "yolo")]
    public void Commands_VariableOutOfRange_IsRefusedAtTheStart(string variable, string value)
    {
        line.Variables[variable] = value;
        foreach (var words in new[] { "demo", "regime", "state", "evaluate --runs 1" })
        {
            var result = line.Run(["selector", .. words.Split(' ')]);
            Assert.Equal((2, ""), (result.Exit, result.Out));
            var message = Assert.Single(result.ErrorLines);
            Assert.Contains(variable, message, StringComparison.Ordinal);
            Assert.Contains(value, message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void State_ExportedAndImported_IsTheSame()
    {
        var (here, there) = (Path.Combine(line.Input, "a", SelectorStateFile.FileName), Path.Combine(line.Input, "b", SelectorStateFile.FileName));
        WriteState(here);
        var copy = Path.Combine(line.Input, "copy.json");
        Assert.Equal(0, line.Run("selector", "export", copy, "--file", here).Exit);
        Assert.Equal(0, line.Run("selector", "import", copy, "--file", there).Exit);
        var (first, second) = (line.Run("selector", "state", "--file", here, "--json"), line.Run("selector", "state", "--file", there, "--json"));
        Assert.Equal((0, first.Out), (second.Exit, second.Out));
        Assert.Equal(File.ReadAllText(here), File.ReadAllText(there));
        Assert.Contains("BTC/USDT", line.Run("selector", "state", "--file", there).Out, StringComparison.Ordinal);
        Assert.Equal(0, line.Run("selector", "import", copy, "--file", there).Exit);
        Assert.True(File.Exists(there + ".1"));
    }

    [Theory]
    [InlineData("cut")]
    [InlineData("changed")]
    [InlineData("foreign")]
    [InlineData("later")]
    public void State_BadFile_IsSetAsideAndTheSnapshotUsed(string what)
    {
        var path = Path.Combine(line.Input, SelectorStateFile.FileName);
        WriteState(path);
        WriteState(path);
        Spoil(path, what);
        var result = line.Run("selector", "state", "--file", path);
        Assert.Equal(0, result.Exit);
        Assert.Contains("set aside", result.ErrorLines[0], StringComparison.Ordinal);
        Assert.Contains(path + ".1", result.ErrorLines[1], StringComparison.Ordinal);
        Assert.Contains("BTC/USDT", result.Out, StringComparison.Ordinal);
        Assert.True(File.Exists(path + ".aside-1"));
        Assert.False(File.Exists(path));
    }

    [Theory]
    [InlineData("cut")]
    [InlineData("changed")]
    [InlineData("foreign")]
    [InlineData("later")]
    public void Import_BadFile_IsRefusedAndTheStateStays(string what)
    {
        var (path, other) = (Path.Combine(line.Input, SelectorStateFile.FileName), Path.Combine(line.Input, "other.json"));
        WriteState(path);
        WriteState(other);
        Spoil(other, what);
        var before = File.ReadAllText(path);
        var result = line.Run("selector", "import", other, "--file", path);
        Assert.Equal(3, result.Exit);
        Assert.Contains(other, Assert.Single(result.ErrorLines), StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllText(path));
        Assert.True(File.Exists(other));
    }

    [Theory]
    [InlineData("{", "p.json")]
    [InlineData("{ \"profiles\": [] }", "p.json")]
    [InlineData("{ \"profiles\": [ { \"name\": \"a\", \"stop\": -1, \"targets\": [], \"winRate\": 0.5, \"rewardToRisk\": 1, \"regimes\": [], \"suits\": \"\" } ] }", "StopMultiple")]
    [InlineData("{ \"profiles\": [ { \"nam\": \"a\" } ] }", "nam")]
    public void Profiles_BadFile_IsRefusedWithOneSentence(string text, string says)
    {
        var file = line.Write("p.json", text);
        foreach (var words in new[] { "profiles", "state" })
        {
            var result = line.Run("selector", words, "--profiles", file);
            Assert.Equal((2, ""), (result.Exit, result.Out));
            Assert.Contains(says, Assert.Single(result.ErrorLines), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Profiles_OwnFile_IsUsed()
    {
        var file = Path.Combine(line.Input, "p.json");
        ProfileFile.Write(file, [TradeProfiles.All[4] with { Name = "mine" }]);
        Assert.Contains("mine", line.Run("selector", "profiles", "--profiles", file).Out, StringComparison.Ordinal);
    }

    private static void Spoil(string path, string what)
    {
        var text = File.ReadAllText(path);
        File.WriteAllText(path, what switch
        {
            "cut" => text[..(text.Length / 2)],
            "changed" => text.Replace("\"next\": 40", "\"next\": 41", StringComparison.Ordinal),
            "foreign" => "{ \"kind\": \"ratchet-advisor\", \"version\": 1, \"state\": {} }",
            _ => text.Replace("\"version\": 1", "\"version\": 2", StringComparison.Ordinal),
        });
        Assert.NotEqual(text, File.ReadAllText(path));
    }

    private static void WriteState(string path)
    {
        var selector = new ProfileSelector(new(), TradeProfiles.All, 2);
        for (var i = 0; i < 40; i++)
        {
            var choice = selector.Choose(i, i % 2, MarketRegime.TrendUp, 0.1);
            if (i % 3 != 0)
            {
                selector.Reward(i, choice.Decision, (i % 5) - 1.5, 3);
            }
        }

        new SelectorStateFile(path).Write(SelectorExchange.Export(selector, ["BTC/USDT", "ETH/USDT"]));
    }

    private string? Regime(params string[] options) => (string?)line.Run(["selector", "regime", "--json", .. options]).Json["markets"]!.AsArray()[0]!["regime"];
}
