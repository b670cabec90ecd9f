namespace Ratchet.Cli.Tests.Commands;

public sealed class DataCommandTests : IDisposable
{
    private readonly CommandLine line = new();

    public void Dispose() => line.Dispose();

    [Fact]
    public void Import_SoundFile_IsStoredAndListed()
    {
        var file = line.Write("BTCUSDT_1h.csv", SampleBars.Text());

        var import = line.Run("data", "import", file);
        var list = line.Run("data", "list", "--json");

        Assert.Equal((0, ""), (import.Exit, import.Error));
        Assert.Contains("BTC/USDT 1h: 60 bars", import.Out, StringComparison.Ordinal);
        Assert.Contains("quality   100.00 %", import.Out, StringComparison.Ordinal);
        var entry = Assert.Single(list.Json.AsArray())!;
        Assert.Equal("BTC/USDT", entry["symbol"]!.GetValue<string>());
        Assert.Equal("2024-01-01T00:00:00Z", entry["from"]!.GetValue<string>());
        Assert.Equal("2024-01-03T11:00:00Z", entry["to"]!.GetValue<string>());
        Assert.False(entry["synthetic"]!.GetValue<bool>());
        Assert.Contains("BTCUSDT_1h.csv", line.Run("data", "list").Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Import_Twice_WritesNothingTheSecondTime()
    {
        var file = line.Write("BTCUSDT_1h.csv", SampleBars.Text());
        line.Run("data", "import", file);
        var before = line.HashOfRoot();

        Assert.Equal(0, line.Run("data", "import", file).Exit);

        Assert.Equal(before, line.HashOfRoot());
    }

    [Fact]
    public void Import_Accepted_KeepsBadRowsBeside()
    {
        var file = line.Write("BTCUSDT_1h.csv", SampleBars.With(l => l[9] = "1704096000000,108,109,-104,106,10"));

        var result = line.Run("data", "import", file, "--accept");

        Assert.Equal(0, result.Exit);
        Assert.Contains("bad rows  kept in", result.Out, StringComparison.Ordinal);
        Assert.Contains("price not above 0", result.Out, StringComparison.Ordinal);
        Assert.Contains("59 bars", result.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Import_DuplicatesRepaired_IsStoredAndRecorded()
    {
        var file = line.Write("BTCUSDT_1h.csv", SampleBars.With(l => l.Insert(9, l[9])));

        var result = line.Run("data", "import", file, "--repair", "dedupe-keep-last", "--json");

        Assert.Equal(0, result.Exit);
        var stored = result.Json[0]!["stored"]!;
        Assert.Equal(60, stored["rows"]!.GetValue<int>());
        Assert.Contains("kept the last", stored["repairs"]![0]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Fact]
    public void Import_OneOfTwoRefused_StoresTheOtherAndAnswers3()
    {
        var bad = line.Write("ETHUSDT_1h.csv", SampleBars.With(l => l.RemoveRange(20, 10)));
        var good = line.Write("BTCUSDT_1h.csv", SampleBars.Text());

        var result = line.Run("data", "import", bad, good, "--json");

        Assert.Equal(3, result.Exit);
        Assert.Equal(["refused", "stored"], result.Json.AsArray().Select(o => o!["status"]!.GetValue<string>()));
        Assert.Equal(10, result.Json[0]!["gaps"]![0]!["bars"]!.GetValue<int>());
        Assert.Single(line.Run("data", "list", "--json").Json.AsArray());
    }

    [Fact]
    public void Check_File_WritesNothing()
    {
        var file = line.Write("BTCUSDT_1h.csv", SampleBars.Text());

        var result = line.Run("data", "check", file);

        Assert.Equal((0, ""), (result.Exit, result.Error));
        Assert.Contains("60 good of 60 expected 1h bars", result.Out, StringComparison.Ordinal);
        Assert.False(Directory.Exists(line.Root));
    }

    [Fact]
    public void Check_StoredBars_AreVerified()
    {
        line.Run("data", "synth", "--bars", "100");

        var result = line.Run("data", "check", "-p", "SYN/USD", "--json");

        Assert.Equal(0, result.Exit);
        Assert.Equal(1.0, result.Json["quality"]!.GetValue<double>());
        Assert.Equal(100, result.Json["rows"]!.GetValue<int>());
    }

    [Fact]
    public void List_EmptyStore_SaysHowToFillItOnTheErrorStream()
    {
        var result = line.Run("data", "list");

        Assert.Equal((0, ""), (result.Exit, result.Out));
        Assert.Contains("ratchet data import", result.Error, StringComparison.Ordinal);
        Assert.Empty(line.Run("data", "list", "--json").Json.AsArray());
    }

    [Fact]
    public void Synth_Options_DecideTheMarketAndMarkIt()
    {
        var first = line.Run("data", "synth", "--bars", "240", "--ic", "0.1", "--seed", "5", "-i", "4h", "--json");
        var again = line.Run("data", "synth", "--bars", "240", "--ic", "0.1", "--seed", "5", "-i", "4h", "--json");
        var other = line.Run("data", "synth", "--bars", "240", "--ic", "0.1", "--seed", "6", "-i", "4h", "--json");

        Assert.Equal(0, first.Exit);
        Assert.True(first.Json["synthetic"]!.GetValue<bool>());
        Assert.Equal(("SYN/USD", "4h", 240), (first.Json["symbol"]!.GetValue<string>(), first.Json["timeframe"]!.GetValue<string>(), first.Json["rows"]!.GetValue<int>()));
        Assert.Equal(first.Out, again.Out);
        Assert.NotEqual(first.Json["contentHash"]!.GetValue<string>(), other.Json["contentHash"]!.GetValue<string>());
        Assert.Contains("SYNTHETIC DATA", line.Run("data", "synth", "--bars", "240").Out, StringComparison.Ordinal);
        Assert.Contains("SYNTHETIC", line.Run("data", "list").Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Resample_HoursToFour_LeavesTheOpenBarOutAndSaysSo()
    {
        line.Run("data", "import", line.Write("BTCUSDT_1h.csv", SampleBars.Text(58)));

        var json = line.Run("data", "resample", "-p", "BTC/USDT", "-i", "1h", "--to", "4h", "--json");
        var text = line.Run("data", "resample", "-p", "BTC/USDT", "-i", "1h", "--to", "4h");

        Assert.Equal(0, json.Exit);
        Assert.Equal(14, json.Json["rows"]!.GetValue<int>());
        Assert.Equal("2024-01-03T08:00:00Z", json.Json["incompleteLastBar"]!.GetValue<string>());
        Assert.Contains("left out  the last bar, 2024-01-03 08:00", text.Out, StringComparison.Ordinal);
        Assert.Contains("resampled from 1h", line.Run("data", "list", "--json").Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Resample_FilledAndBeginningAmidABar_CarriesTheFillsOverAndLeavesTheBarOut()
    {
        var file = line.Write("BTCUSDT_1h.csv", SampleBars.With(l =>
        {
            l.RemoveRange(13, 9);
            l.RemoveAt(1);
        }));
        line.Run("data", "import", file, "--repair", "fill-flat", "--accept");

        var json = line.Run("data", "resample", "-p", "BTC/USDT", "-i", "1h", "--to", "4h", "--json").Json;
        var text = line.Run("data", "resample", "-p", "BTC/USDT", "-i", "1h", "--to", "4h").Out;

        // Nine hours from noon were filled in: two bars of four hours consist of nothing else.
        Assert.Equal(("2024-01-01T00:00:00Z", "2024-01-01T04:00:00Z"), (json["incompleteFirstBar"]!.GetValue<string>(), json["from"]!.GetValue<string>()));
        Assert.Equal((14, 2, 9), (json["rows"]!.GetValue<int>(), json["filledBars"]!.GetValue<int>(), json["sourceFilledBars"]!.GetValue<int>()));
        Assert.Equal(12.0 / 14, json["quality"]!.GetValue<double>());
        Assert.Equal("bars of 1h: filled 9 missing bars flat", Assert.Single(json["repairs"]!.AsArray())!.GetValue<string>());
        Assert.Contains("left out  the first bar, 2024-01-01 00:00", text, StringComparison.Ordinal);
        Assert.Contains("filled    9 bars of 1h had been filled in by a repair; 2 bars of 4h made of nothing else do not count as good", text, StringComparison.Ordinal);
        var day = line.Run("data", "resample", "-p", "BTC/USDT", "-i", "4h", "--to", "1d", "--json").Json;
        Assert.Equal("bars of 1h: filled 9 missing bars flat", Assert.Single(day["repairs"]!.AsArray())!.GetValue<string>());
    }

    [Fact]
    public void Import_WithoutCalendarIntoAStoredSeries_KeepsItsCalendarAndRefusesAnother()
    {
        var file = line.Write("XYZ_1h.csv", SampleBars.Text());
        Assert.Equal(0, line.Run("data", "import", file, "--calendar", "cme", "--accept").Exit);
        var next = line.Run("data", "import", line.Write("XYZ_1h_more.csv", SampleBars.Text(70)), "--accept", "--json");
        Assert.Equal("cme-globex", next.Json[0]!["stored"]!["calendar"]!.GetValue<string>());

        var refused = line.Run("data", "import", line.Write("XYZ_1h_last.csv", SampleBars.Text(80)), "--calendar", "24/7");

        Assert.Equal(1, refused.Exit);
        Assert.Contains("have the calendar cme-globex, 24/7 was given", refused.Error, StringComparison.Ordinal);
        Assert.Contains("--replace", refused.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("import")]
    [InlineData("check")]
    public void Read_NoLineEndBehindTheLastRow_IsSaidWithFileAndLineAndRefusedWhereCut(string verb)
    {
        var rows = SampleBars.With(l => l[^1] += ".50").TrimEnd('\n');
        var taken = line.Run("data", verb, line.Write("BTCUSDT_1h.csv", rows));
        var cut = line.Run("data", verb, line.Write("ETHUSDT_1h.csv", SampleBars.With(l =>
        {
            for (var i = 1; i < l.Count; i++)
            {
                l[i] += ".50";
            }
        }).TrimEnd('0', '\n')));

        Assert.Equal(0, taken.Exit);
        Assert.Contains("BTCUSDT_1h.csv, line 61: the last row has no line end", taken.Out, StringComparison.Ordinal);
        Assert.Equal(1, cut.Exit);
        Assert.Contains("ETHUSDT_1h.csv, line 61, column 'volume'", cut.Error, StringComparison.Ordinal);
        Assert.Contains("is cut off: no line end follows it, and all other rows have 2 decimals", cut.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Resample_BarsImportedSince_AreNotReplacedUnasked()
    {
        string[] resample = ["data", "resample", "-p", "BTC/USDT", "-i", "1h", "--to", "4h"];
        line.Run("data", "import", line.Write("BTCUSDT_1h.csv", SampleBars.Text(40)));
        line.Run("data", "import", line.Write("BTCUSDT_1h_more.csv", SampleBars.Text(56)));
        Assert.Equal(0, line.Run(resample).Exit);
        Assert.Equal(0, line.Run(resample).Exit);
        var later = line.Write("BTCUSDT_4h.csv", SampleBars.Header + "\n1704268800000,100,101.5,99.25,100.75,10\n1704283200000,100,101.5,99.25,100.75,10\n");
        var import = line.Run("data", "import", later, "--pair", "BTC/USDT", "--timeframe", "4h");
        Assert.True(import.Exit == 0, import.Error);

        var refused = line.Run(resample);

        Assert.NotEqual(0, refused.Exit);
        Assert.Contains("Give --replace", refused.Error, StringComparison.Ordinal);
        Assert.Equal(0, line.Run([.. resample, "--replace"]).Exit);
    }

    [Fact]
    public void Resample_Synthetic_StaysSynthetic()
    {
        line.Run("data", "synth", "--bars", "48");

        Assert.True(line.Run("data", "resample", "-p", "SYN/USD", "--to", "1d", "--json").Json["synthetic"]!.GetValue<bool>());
    }

    [Fact]
    public void Import_Cancelled_Answers130AndWritesNothing()
    {
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();

        var result = line.Run(cancelled.Token, "data", "import", line.Write("BTCUSDT_1h.csv", SampleBars.Text()));

        Assert.Equal(130, result.Exit);
        Assert.False(Directory.Exists(line.Root));
    }

    [Fact]
    public void Check_Folder_IsATableWithARowForEachFile()
    {
        var file = line.Write("BTCUSDT_1h.csv", SampleBars.Text());
        line.Write("ETHUSDT_trades.csv", "timestamp,price,size,side\n1704067200000,10,1,B\n1704067200000,11,2,S\n1704067260000,9,1,B\n");
        line.Write("notes.md", "# no data");

        var result = line.Run("data", "check", Path.GetDirectoryName(file)!, "--markdown");

        Assert.Equal(0, result.Exit);
        var rows = result.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(4, rows.Length);
        Assert.StartsWith("| BTCUSDT_1h.csv | bars (bars-csv) |", rows[2], StringComparison.Ordinal);
        Assert.StartsWith("| ETHUSDT_trades.csv | trades (trade-csv) | 3 |", rows[3], StringComparison.Ordinal);
        Assert.Contains("side B 2; side S 1; times going back 0; equal times 1", rows[3], StringComparison.Ordinal);
    }

    [Fact]
    public void Check_TwoFilesAsJson_StatesEachOfThem()
    {
        var good = line.Write("BTCUSDT_1h.csv", SampleBars.Text());
        var bad = line.Write("ETHUSDT_1h.csv", "no data at all");

        var result = line.Run("data", "check", good, bad, "--json");

        Assert.NotEqual(0, result.Exit);
        Assert.False(result.Json[0]!["refused"]!.GetValue<bool>());
        Assert.NotNull(result.Json[1]!["error"]);
    }
}
