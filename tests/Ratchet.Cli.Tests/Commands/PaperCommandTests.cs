using System.Text.Json;

namespace Ratchet.Cli.Tests.Commands;

public sealed class PaperCommandTests : IDisposable
{
    private readonly CommandLine line = new();

    public PaperCommandTests() => Assert.Equal(0, line.Run("data", "synth", "--bars", "3000").Exit);

    private string Session => Path.Combine(line.Input, "s");

    public void Dispose() => line.Dispose();

    [Fact]
    public void Paper_ReplayOfStoredBars_IsReportedAndReplaysIdentically()
    {
        var paper = Paper("--strategy", "all");

        Assert.Equal(0, paper.Exit);
        Assert.Contains("warmed up with 500 bars", paper.Error, StringComparison.Ordinal);
        using var report = JsonDocument.Parse(File.ReadAllText(Path.Combine(Session, "report.json")));
        Assert.Equal(1, report.RootElement.GetProperty("uptime").GetDouble());
        Assert.True(report.RootElement.GetProperty("trades").GetInt32() > 10);
        var replay = line.Run("replay", "--session", Session, "--json");
        Assert.Equal(0, replay.Exit);
        using var result = JsonDocument.Parse(replay.Out);
        Assert.True(result.RootElement.GetProperty("identical").GetBoolean());
        Assert.Equal(report.RootElement.GetProperty("orderHash").GetString(), result.RootElement.GetProperty("replayedOrderHash").GetString());
    }

    [Fact]
    public void Paper_EndedAndGoneOnWith_TradesAsOneRun()
    {
        Paper("--strategy", "all");
        var whole = line.Run("replay", "--session", Session, "--json").Out;
        Directory.Delete(Session, recursive: true);

        Assert.Equal(0, Paper("--strategy", "all", "--for", "300h").Exit);
        var second = line.Run("paper", "--session", Session, "--for", "500h");
        var third = line.Run("paper", "--session", Session);

        Assert.Contains("restored in", second.Error, StringComparison.Ordinal);
        Assert.Equal((0, 0), (second.Exit, third.Exit));
        Assert.Equal(Hash(whole), Hash(line.Run("replay", "--session", Session, "--json").Out));

        static string? Hash(string json)
        {
            using var document = JsonDocument.Parse(json);
            return document.RootElement.GetProperty("replayedOrderHash").GetString();
        }
    }

    [Fact]
    public void Paper_Cancelled_KeepsWhatCameAndExits130()
    {
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();
        Assert.Equal(0, Paper("--strategy", "Breakout", "--for", "100h").Exit);

        var result = line.Run(cancelled.Token, "paper", "--session", Session);

        Assert.Equal(130, result.Exit);
        Assert.Equal(0, line.Run("replay", "--session", Session).Exit);
    }

    [Fact]
    public void Paper_CloseAtEnd_LeavesNothingOpen()
    {
        Assert.Equal(0, Paper("--strategy", "all", "--close-at-end").Exit);

        using var report = JsonDocument.Parse(File.ReadAllText(Path.Combine(Session, "report.json")));
        Assert.Equal(0, report.RootElement.GetProperty("openPositions").GetInt32());
        Assert.Equal((double)report.RootElement.GetProperty("cash").GetDecimal(), report.RootElement.GetProperty("equity").GetDouble(), 6);
    }

    [Fact]
    public void Explain_BarWithSignal_NamesScoresThresholdsAndVerdict()
    {
        Paper("--strategy", "all");
        using var first = JsonDocument.Parse(line.Run("explain", "--session", Session, "--at", "2023-02-10T12:30Z", "--json").Out);
        var at = first.RootElement[0];

        Assert.Equal("SYN/USD 1h", at.GetProperty("series").GetString());
        Assert.Equal(4, at.GetProperty("strategies").GetArrayLength());
        Assert.All(at.GetProperty("strategies").EnumerateArray(), s => Assert.NotEqual(string.Empty, s.GetProperty("verdict").GetString()));
        var text = line.Run("explain", "--session", Session, "--at", "2023-02-10T12:30Z").Out;
        Assert.Contains("bar 2023-02-10 11:00, closed 2023-02-10 12:00 UTC", text, StringComparison.Ordinal);
        Assert.Contains("risk       ACTIVE", text, StringComparison.Ordinal);
        Assert.Contains("(threshold 0.6)", line.Run("explain", "--session", Session, "--at", "2023-02-10T12:30Z", "-v").Out, StringComparison.Ordinal);
    }

    private CommandResult Paper(params string[] more) => line.Run(["paper", "-p", "SYN/USD", "-i", "1h", "--session", Session, .. more, "--timerange", "20230122-"]);
}
