namespace Ratchet.Cli.Tests.Commands;

public sealed class DoctorCommandTests : IDisposable
{
    private readonly CommandLine line = new();

    public void Dispose() => line.Dispose();

    [Fact]
    public void Run_SoundStore_FindsNothingFailed()
    {
        line.Run("data", "synth", "--bars", "100");
        var before = line.HashOfRoot();

        var result = line.Run("doctor");

        Assert.Equal((0, ""), (result.Exit, result.Error));
        Assert.Contains("1 series, 100 bars", result.Out, StringComparison.Ordinal);
        Assert.Contains("SQLite", result.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("fail ", result.Out, StringComparison.Ordinal);
        Assert.Equal(before, line.HashOfRoot());
    }

    [Fact]
    public void Run_NoStoreYet_IsFineAndMakesNone()
    {
        var result = line.Run("doctor", "--json");

        Assert.Equal(0, result.Exit);
        Assert.All(result.Json.AsArray(), f => Assert.NotEqual("fail", f!["level"]!.GetValue<string>()));
        Assert.False(Directory.Exists(line.Root));
    }

    [Fact]
    public void Run_DamagedSeries_NamesItWithARemedyAndAnswers1()
    {
        line.Run("data", "synth", "--bars", "100");
        line.Run("data", "import", line.Write("BTCUSDT_1h.csv", SampleBars.Text()));
        var column = Directory.GetFiles(Path.Combine(line.Root, "silver", "bars", "SYN_USD"), "close.*.npy", SearchOption.AllDirectories)[0];
        var bytes = File.ReadAllBytes(column);
        bytes[^1] ^= 1;
        File.WriteAllBytes(column, bytes);

        var result = line.Run("doctor");

        Assert.Equal(1, result.Exit);
        var lines = result.Out.Split('\n');
        var at = Array.FindIndex(lines, l => l.StartsWith("fail", StringComparison.Ordinal));
        Assert.Contains("SYN/USD 1h", lines[at], StringComparison.Ordinal);
        Assert.Contains("->", lines[at + 1], StringComparison.Ordinal);
        Assert.Contains("1 series, 60 bars", result.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_DamagedManifest_NamesIt()
    {
        line.Run("data", "synth", "--bars", "100");
        File.WriteAllText(Directory.GetFiles(line.Root, "manifest.json", SearchOption.AllDirectories)[0], "{ half");

        var result = line.Run("doctor");

        Assert.Equal(1, result.Exit);
        Assert.Contains("manifest.json", result.Out, StringComparison.Ordinal);
    }
}
