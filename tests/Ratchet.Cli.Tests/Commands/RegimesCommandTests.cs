using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Ratchet.Cli.Tests.Commands;

public sealed class RegimesCommandTests : IDisposable
{
    private readonly CommandLine line = new();

    public void Dispose() => line.Dispose();

    // Hours of a price that swings: 150 bars up, 150 down.
    private string Swings(int count, int changedFrom = int.MaxValue)
    {
        var text = new StringBuilder(SampleBars.Header).Append('\n');
        var price = 1000.0;
        for (var i = 0; i < count; i++)
        {
            var close = price * Math.Exp((i / 150 % 2 == 0 ? 0.002 : -0.002) + (0.004 * Math.Sin(i * 1.7) * Math.Cos(i * 0.37)) + (i >= changedFrom ? 0.01 * Math.Sin(i * 0.9) : 0));
            text.Append(CultureInfo.InvariantCulture, $"{1_704_067_200_000 + (i * 3_600_000L)},{price:F4},{Math.Max(price, close) + 1:F4},{Math.Min(price, close) - 1:F4},{close:F4},5\n");
            price = close;
        }

        return line.Write("swings_1h.csv", text.ToString());
    }

    [Fact]
    public void Regimes_File_WritesTablesAndNothingElse()
    {
        var before = line.HashOfRoot();
        var result = line.Run("regimes", Swings(1500), "--refits", "3", "--window", "400");

        Assert.Equal((0, ""), (result.Exit, result.Error));
        foreach (var words in new[] { "fitted on", "reported on", "BIC by states", "next state foretold", "jump model, online", "the future too", "Identity over 3 refits", "bull", "sideways", "bear" })
        {
            Assert.Contains(words, result.Out, StringComparison.Ordinal);
        }

        Assert.Equal(before, line.HashOfRoot());
    }

    // A fifth of the time is less than six months: of 1500 hours the last 300 are sealed.
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Regimes_SealedBarsChange_NothingElseDoes(bool json)
    {
        string[] options = ["--states", "2", "--refits", "2", "--window", "400", .. json ? ["--json"] : Array.Empty<string>()];
        var one = line.Run(["regimes", Swings(1500), .. options]);
        var sealedChanged = line.Run(["regimes", Swings(1500, 1200), .. options]);
        var seenChanged = line.Run(["regimes", Swings(1500, 1190), .. options]);

        Assert.Equal((0, ""), (one.Exit, one.Error));
        Assert.Equal(one.Out, sealedChanged.Out);
        Assert.NotEqual(one.Out, seenChanged.Out);
        if (json)
        {
            using var document = JsonDocument.Parse(one.Out);
            var left = document.RootElement.GetProperty("sealed");
            Assert.Equal(300, left.GetProperty("bars").GetInt32());
            Assert.Equal(document.RootElement.GetProperty("reported").GetProperty("to").GetString(), left.GetProperty("from").GetString());
        }
        else
        {
            Assert.Contains("sealed      2024-02-20 00:00 to 2024-03-03 12:00, 300 bars", one.Out, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Regimes_StoredBars_LeaveTheHoldOutSealed()
    {
        var imported = line.Run("data", "import", Swings(1500), "--pair", "BTC/USDT", "--timeframe", "1h");
        Assert.Equal(0, imported.Exit);
        var result = line.Run("regimes", "--pair", "BTC/USDT", "--timeframe", "1h", "--refits", "2", "--window", "400", "--states", "2");
        Assert.Equal((0, ""), (result.Exit, result.Error));
        Assert.Contains("300 bars of the hold-out", result.Out, StringComparison.Ordinal);
    }

    // The last 300 of 1500 hours are sealed, whichever part of the bars is asked for.
    [Fact]
    public void Regimes_RangeThatReachesIntoTheHoldOut_IsCutAtTheBorderOfAllBars()
    {
        string[] options = ["--pair", "BTC/USDT", "--timeframe", "1h", "--refits", "2", "--window", "400", "--states", "2"];
        Assert.Equal(0, line.Run("data", "import", Swings(1500), "--pair", "BTC/USDT", "--timeframe", "1h").Exit);
        var all = line.Run(["regimes", .. options]);
        var cut = line.Run(["regimes", .. options, "--timerange", "-20240229"]);
        Assert.Equal((0, all.Out), (cut.Exit, cut.Out));
        Assert.Contains("cut at 2024-02-20T00:00:00Z", cut.Error, StringComparison.Ordinal);
        var shut = line.Run(["regimes", .. options, "--timerange", "20240221-"]);
        Assert.Equal(2, shut.Exit);
        Assert.Contains("sealed bars only", shut.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Regimes_Json_HoldsEveryPart()
    {
        var result = line.Run("regimes", Swings(1500), "--json", "--states", "2", "--refits", "2", "--window", "400");

        Assert.Equal((0, ""), (result.Exit, result.Error));
        using var document = JsonDocument.Parse(result.Out);
        var root = document.RootElement;
        Assert.Equal(20, root.GetProperty("selection").GetArrayLength());
        Assert.Equal(["bull", "bear"], root.GetProperty("model").GetProperty("states").EnumerateArray().Select(s => s.GetString()));
        Assert.Equal(4, root.GetProperty("paths").GetArrayLength());
        Assert.Equal(3, root.GetProperty("lags").GetArrayLength());
        Assert.Equal(2, root.GetProperty("identity").GetProperty("agreements").GetArrayLength());
        Assert.Equal(root.GetProperty("fitted").GetProperty("to").GetString(), root.GetProperty("reported").GetProperty("from").GetString());
    }

    [Theory]
    [InlineData("--states", "7", "States")]
    [InlineData("--penalty", "-1", "Penalty")]
    [InlineData("--fit-share", "0.95", "FitShare")]
    [InlineData("--timerange", "20240101-20240201", "--timerange")]
    public void Regimes_WrongOption_IsNamedWithExitCodeTwo(string option, string value, string expected)
    {
        var result = line.Run("regimes", Swings(1000), option, value);
        Assert.Equal(2, result.Exit);
        Assert.Contains(expected, result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Regimes_TooFewBars_SaysHowManyAreNeeded()
    {
        var result = line.Run("regimes", Swings(500));
        Assert.Equal(1, result.Exit);
        Assert.Contains("at least 400", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Regimes_BadRow_IsRefused()
    {
        var path = line.Write("bad_1h.csv", SampleBars.With(lines => lines[30] = lines[30].Replace(",", ",-", StringComparison.Ordinal), 1000));
        var result = line.Run("regimes", path);
        Assert.NotEqual(0, result.Exit);
        Assert.StartsWith("error:", result.Error, StringComparison.Ordinal);
        Assert.Empty(result.Out);
    }
}
