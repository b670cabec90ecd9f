using System.Text.Json.Nodes;
using Ratchet.Hosting.Composition.Paper;
using Ratchet.Market.Instruments;
using Ratchet.Market.Time;
using Ratchet.Storage.Columns;
using Ratchet.Trading.Events;

namespace Ratchet.Cli.Tests.Commands;

/// <summary>Paper sessions with the adaptive layer: what it learned comes from the journal, so that a killed one goes on as if nothing had happened.</summary>
public sealed class PaperAdaptiveTests : IDisposable
{
    private readonly CommandLine line = new();

    public PaperAdaptiveTests() => line.Run("data", "synth", "--bars", "3000").Succeeded();

    public void Dispose() => line.Dispose();

    [Fact]
    public void Adaptive_KilledAndGoneOnWith_TradesAsTheUninterruptedOne()
    {
        Paper("whole", "--adaptive").Succeeded();
        Paper("plain").Succeeded();
        Paper("killed", "--adaptive", "--for", "700h").Succeeded();
        Kill("killed", bars: 40);
        var second = Paper("killed", "--for", "500h");
        second.Succeeded();
        Assert.Contains("adaptive selector,advisor", second.Error, StringComparison.Ordinal);
        Kill("killed", bars: 1);

        var last = line.Run("paper", "--session", Folder("killed"));

        last.Succeeded();
        Assert.DoesNotContain("warning", last.Error, StringComparison.Ordinal);
        Assert.Equal(Hash("whole"), Hash("killed"));
        Assert.NotEqual(Hash("plain"), Hash("whole"));
        foreach (var name in new[] { "whole", "killed" })
        {
            var replay = line.Run("replay", "--session", Folder(name), "--json");
            replay.Succeeded();
            Assert.True((bool)replay.Json["identical"]!);
            Assert.Equal(Hash(name), (string)replay.Json["replayedOrderHash"]!);
        }

        Assert.Equal(1, (double)line.Run("parity", "--session", Folder("whole"), "--json").Json["share"]!);
    }

    [Fact]
    public void Adaptive_Setup_KeepsWhatWasInEffect()
    {
        line.Variables["META_STRATEGY_EPSILON"] = "0.5";
        Paper("s", "--adaptive", "selector", "--for", "600h").Succeeded();
        line.Variables.Clear();
        var setup = new SessionFolder(Folder("s")).ReadSetup();
        Assert.Equal((true, false, 0.5), (setup.Adaptive!.UseSelector, setup.Adaptive.UseAdvisor, setup.Adaptive.Selector.Bandit.Epsilon));
        Assert.Equal(7, setup.Adaptive.Profiles.Count);

        var second = line.Run("paper", "--session", Folder("s"));

        second.Succeeded();
        Assert.DoesNotContain("warning", second.Error, StringComparison.Ordinal);
        line.Run("replay", "--session", Folder("s")).Succeeded();
        var other = line.Run("paper", "--session", Folder("s"), "--adaptive", "advisor");
        Assert.Equal(2, other.Exit);
        Assert.Contains("begun with --adaptive selector and cannot go on with advisor", other.Error, StringComparison.Ordinal);
        Paper("plain", "--for", "10h").Succeeded();
        Assert.DoesNotContain("adaptive", File.ReadAllText(Path.Combine(Folder("plain"), "session.json")), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void Adaptive_StateInTheSessionsFolder_IsReadAndItsDamageIsSurvived()
    {
        Paper("whole", "--adaptive").Succeeded();
        Paper("damaged", "--adaptive", "--for", "700h").Succeeded();
        line.Run("selector", "state", "--file", Path.Combine(Folder("damaged"), "meta_strategy_state.json")).Succeeded();
        line.Run("advisor", "status", "--state", Path.Combine(Folder("damaged"), "advisor_state.json")).Succeeded();
        var state = Path.Combine(Folder("damaged"), "adaptive_state.json");
        var before = (long)line.Run("selector", "evaluate", "--session", Folder("whole"), "--json").Json["decisions"]!;
        File.WriteAllText(state, File.ReadAllText(state)[..100]);

        var rest = line.Run("paper", "--session", Folder("damaged"));

        rest.Succeeded();
        Assert.Contains("warning: ", rest.Error, StringComparison.Ordinal);
        Assert.Contains("adaptive_state.json", rest.Error, StringComparison.Ordinal);
        Assert.NotEmpty(Directory.GetFiles(Folder("damaged"), "adaptive_state.json*aside*"));
        Assert.Equal(Hash("whole"), Hash("damaged"));
        Assert.True((bool)line.Run("replay", "--session", Folder("damaged"), "--json").Json["identical"]!);
        Assert.True(before > 1);
        Assert.Equal(before, (long)line.Run("selector", "evaluate", "--session", Folder("damaged"), "--json").Json["decisions"]!);
    }

    [Fact]
    public void Report_BuyAndHold_StandsBesideTheFigures()
    {
        Paper("s", "--for", "240h").Succeeded();
        using var stored = new BarStore(line.Root).Load(Symbol.Parse("SYN/USD"), TimeFrame.Parse("1h"));
        var report = JsonNode.Parse(File.ReadAllText(Path.Combine(Folder("s"), "report.json")))!;
        var times = stored.Series.OpenTime;
        var first = stored.Series[times.BinarySearch((long)report["from"]!)];
        var last = stored.Series[times.BinarySearch((long)report["to"]! - 3_600_000)];

        var held = last.Close / (first.Open * 1.0002 * 1.0005);

        Assert.Equal(held - 1, (double)report["metrics"]!["buyAndHoldTotalReturn"]!, 9);
        Assert.Contains("buy and hold total return", File.ReadAllText(Path.Combine(Folder("s"), "report.txt")), StringComparison.Ordinal);
    }

    [Fact]
    public void Explain_AdvisedSignal_ShowsTheAdvice()
    {
        Paper("s", "--adaptive").Succeeded();
        var folder = new SessionFolder(Folder("s"));
        TradingEvent advised;
        using (var reader = folder.OpenReader(folder.ReadSetup()))
        {
            advised = reader.ReadEvents(0, reader.NextSequence).First(e => e.Kind == EventKind.Advice && ((Advice)e.Detail!).Profile.Length > 0);
        }

        var advice = (Advice)advised.Detail!;
        var text = line.Run("explain", "--session", Folder("s"), "--at", UtcTime.Format(advised.Time)).Out;
        var json = line.Run("explain", "--session", Folder("s"), "--at", UtcTime.Format(advised.Time), "--json").Json;

        Assert.Contains($"profile {advice.Profile}, regime {advice.Regime}", text, StringComparison.Ordinal);
        Assert.Contains(json[0]!["strategies"]!.AsArray(), s => s!["advice"] is { } said && (string)said["profile"]! == advice.Profile);
    }

    /// <summary>Opens the session, takes bars and dies before the commit.</summary>
    private void Kill(string name, int bars)
    {
        var folder = new SessionFolder(Folder(name));
        var stored = new BarStore(line.Root).Load(Symbol.Parse("SYN/USD"), TimeFrame.Parse("1h"));
        using var paper = PaperSession.Open(folder, [], TimeProvider.System, cancellationToken: TestContext.Current.CancellationToken);
        var next = stored.Series.OpenTime.BinarySearch(paper.Trading.LastOpenTime(0)) + 1;
        for (var i = next; i < next + bars; i++)
        {
            var bar = stored.Series[i];
            paper.Trading.BarClosed(bar.OpenTime + 3_600_000, 0, bar);
        }

        stored.Dispose();
    }

    private string Folder(string name) => Path.Combine(line.Input, name);

    private string Hash(string name) => (string)JsonNode.Parse(File.ReadAllText(Path.Combine(Folder(name), "report.json")))!["orderHash"]!;

    private CommandResult Paper(string name, params string[] more) =>
        line.Run(["paper", "-p", "SYN/USD", "-i", "1h", "--strategy", "all", "--timerange", "20230122-", "--session", Folder(name), .. more]);
}
