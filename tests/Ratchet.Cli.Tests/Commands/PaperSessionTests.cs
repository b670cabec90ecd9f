using System.Globalization;
using System.Text.Json.Nodes;
using Ratchet.Hosting.Composition.Paper;
using Ratchet.Market.Time;
using Ratchet.Testing.Exchange;
using Ratchet.Trading.Journal;

namespace Ratchet.Cli.Tests.Commands;

/// <summary>Paper sessions from end to end: on files and models, at a speed, beside a backtest, explained, and compared with their simulation.</summary>
public sealed class PaperSessionTests : IDisposable
{
    private const long QuarterHour = 900_000;
    private static readonly string[] Market = ["-p", "SYN/USD", "-i", "1h", "--timerange", "20230122-20230401"];
    private readonly ManualTime time = new(new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero));
    private readonly CommandLine line;

    public PaperSessionTests() => line = new() { Clock = time };

    private string Session => Path.Combine(line.Input, "s");

    private JsonNode Report => JsonNode.Parse(File.ReadAllText(Path.Combine(Session, "report.json")))!;

    public void Dispose() => line.Dispose();

    [Fact]
    public void Paper_FileWithoutTimeFrame_TradesOnItsOwnAndGoesOn()
    {
        var file = line.Write("bars.csv", QuarterHours(1500));

        line.Run("paper", file, "-p", "BTC/USDT", "--strategy", "all", "--session", Session, "--for", "100h").Succeeded();

        Assert.Equal("BTC/USDT 15m", (string)Report["instruments"]![0]!);
        Assert.Equal(400, (int)Report["bars"]![0]!["seen"]!, 1.0);
        line.Run("paper", "--session", Session).Succeeded();
        Assert.True((int)Report["bars"]![0]!["seen"]! > 800);
        var refused = line.Run("paper", file, "-p", "BTC/USDT", "-i", "1h", "--strategy", "all", "--session", Path.Combine(line.Input, "other"));
        Assert.NotEqual(0, refused.Exit);
    }

    [Fact]
    public void Paper_StoredPairWithoutTimeFrame_TradesOnTheOnlyStoredOne()
    {
        line.Run("data", "import", line.Write("bars.csv", QuarterHours(1500)), "-p", "BTC/USDT").Succeeded();

        line.Run("paper", "-p", "BTC/USDT", "--strategy", "Breakout", "--session", Session).Succeeded();

        Assert.Equal("BTC/USDT 15m", (string)Report["instruments"]![0]!);
    }

    [Fact]
    public void Paper_Page_ShowsIdentityCurveFaultsAndTrades()
    {
        Synthetic();
        Paper("--strategy", "all", "--for", "300h").Succeeded();
        Paper("--strategy", "all").Succeeded();

        var page = File.ReadAllText(Path.Combine(Session, "report.html"));

        System.Xml.Linq.XDocument.Parse(page);
        Assert.All(
            ["SYNTHETIC DATA", "EMA_Trend", "SYN/USD 1h", "<svg", (string)Report["orderHash"]!, (string)Report["auditHash"]!, "What took the rest of the uptime", "Stop loss"],
            t => Assert.Contains(t, page, StringComparison.Ordinal));
        Assert.Equal((int)Report["trades"]!, page.Split("<td class=\"n\">long</td>").Length + page.Split("<td class=\"n\">short</td>").Length - 2);
    }

    [Fact]
    public void Paper_GoneOnWith_StillEndsWhereItsRangeEnds()
    {
        Synthetic();
        Paper("--strategy", "Breakout", "--for", "100h").Succeeded();

        line.Run("paper", "--session", Session).Succeeded();

        Assert.Equal(UtcTime.Parse("2023-04-01T00:00:00Z"), (long)Report["to"]!);
    }

    [Fact]
    public void Paper_SameBarsAsABacktest_OrdersAndRefusesTheSame()
    {
        Synthetic();
        Paper("--strategy", "all", "--close-at-end", "--set", "paper.warmUpBars=3000").Succeeded();
        var backtest = line.Run(["backtest", "--strategy", "all", "--json", "--set", "search.randomEntryDraws=20", .. Market]);
        backtest.Succeeded();

        var run = backtest.Json["run"]!;
        Assert.Equal((string)run["order_hash"]!, (string)Report["orderHash"]!);
        Assert.Equal(Counts(run["refusals"]!), Counts(Report["refusals"]!));
        Assert.NotEmpty(Counts(run["refusals"]!));

        static SortedDictionary<string, long> Counts(JsonNode node) => new(node.AsObject().ToDictionary(p => p.Key, p => (long)p.Value!), StringComparer.Ordinal);
    }

    [Fact]
    public void Paper_AtASpeed_TakesItsTimeAndTradesAsAtOnce()
    {
        Synthetic();
        Paper("--strategy", "all").Succeeded();
        var hash = (string)Report["orderHash"]!;
        Directory.Delete(Session, recursive: true);
        var before = time.GetUtcNow();

        var paced = Paper("--strategy", "all", "--speed", "3600");

        paced.Succeeded();
        Assert.Equal(hash, (string)Report["orderHash"]!);
        var hours = ((long)Report["to"]! - UtcTime.Parse("2023-01-22T00:00:00Z")) / 3_600_000.0;
        Assert.InRange((time.GetUtcNow() - before).TotalSeconds, hours - 1, hours * 1.5);
        line.Run("replay", "--session", Session).Succeeded();
    }

    [Fact]
    public void Paper_Model_TradesItGoesOnAndReplaysIdentically()
    {
        TinyOptimize.Run(line, "--timerange", "-20230415").Succeeded();
        line.Run("train", "--study", TinyOptimize.Study).Succeeded();
        line.Run("data", "synth", "--bars", TinyOptimize.Bars.ToString(CultureInfo.InvariantCulture)).Succeeded();
        var model = Path.Combine(line.Root, "models", TinyOptimize.Study);
        string[] command = ["paper", "--model", model, "--session", Session, "--timerange", "20230301-"];
        line.Run(command).Succeeded();
        var (whole, signals) = ((string)Report["orderHash"]!, (long)Report["signals"]!);
        Directory.Delete(Session, recursive: true);

        line.Run([.. command, "--for", "200h"]).Succeeded();
        var second = line.Run("paper", "--session", Session);

        second.Succeeded();
        Assert.Equal((whole, signals), ((string)Report["orderHash"]!, (long)Report["signals"]!));
        Assert.True((long)Report["decisions"]! > 0);
        Assert.True((bool)line.Run("replay", "--session", Session, "--json").Json["identical"]!);
        Assert.Contains("model ", line.Run("explain", "--session", Session, "--at", "2023-03-20").Out, StringComparison.Ordinal);
        Assert.Equal(2, line.Run([.. command[..^2], "--session", Path.Combine(line.Input, "o"), "-i", "4h"]).Exit);
    }

    [Fact]
    public void Parity_UndisturbedSession_IsWhole()
    {
        Synthetic();
        Paper("--strategy", "all").Succeeded();

        var json = line.Run("parity", "--session", Session, "--json");
        var text = line.Run("parity", "--session", Session);

        json.Succeeded();
        text.Succeeded();
        Assert.Equal(1, (double)json.Json["share"]!);
        Assert.Empty(json.Json["differences"]!.AsArray());
        Assert.Equal((int)Report["bars"]![0]!["seen"]!, json.Json["days"]!.AsArray().Sum(d => (int)d!["identical"]!));
        Assert.Contains("are the same in decisions, orders and fills", text.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Parity_PositionsClosedOnTheWay_AreDifferencesOfFills()
    {
        // Closed by hand after some days, then gone on with: the simulation knows nothing of it, and its positions stay.
        Synthetic();
        var hours = 100;
        do
        {
            Assert.InRange(hours, 0, 1000);
            Paper("--strategy", "all", "--for", $"{hours}h").Succeeded();
            hours += 10;
            if ((int)Report["openPositions"]! == 0)
            {
                Directory.Delete(Session, recursive: true);
            }
        }
        while (!Directory.Exists(Session));
        line.Run("paper", "--session", Session, "--for", "1h", "--close-at-end").Succeeded();
        line.Run("paper", "--session", Session).Succeeded();

        var json = line.Run("parity", "--session", Session, "--json").Json;

        var own = json["differences"]!.AsArray().First(d => !(bool)d!["consequence"]!)!;
        Assert.Equal("Fill", (string)own["cause"]!);
        Assert.Contains("| nothing", (string)own["text"]!, StringComparison.Ordinal);
        Assert.Contains(json["days"]!.AsArray(), d => d!["causes"]!["Fill"] is { } count && (int)count > 0);
        Assert.InRange((double)json["share"]!, 0.5, 0.9999);
        Assert.Contains("\nfill ", line.Run("parity", "--session", Session).Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Explain_RefusedSignal_ShowsTheGateFirstAndSilentStrategiesInALine()
    {
        Synthetic();
        Paper("--strategy", "all").Succeeded();
        var folder = new SessionFolder(Session);
        AuditRecord refused;
        using (var reader = folder.OpenReader(folder.ReadSetup()))
        {
            refused = reader.ReadAudit(0, reader.NextSequence).Select(a => a.Decode()).First(r => r.Kind == AuditKind.RiskRefused && r.IsRefusal);
        }

        var text = line.Run("explain", "--session", Session, "--at", UtcTime.Format(refused.Time)).Out;
        var all = line.Run("explain", "--session", Session, "--at", UtcTime.Format(refused.Time), "--verbose").Out;

        Assert.Matches("(LONG|SHORT): REFUSED by the risk gate, [a-z ]+ \\([0-9.]+ against [0-9.]+\\)", text);
        Assert.Matches("silent", text);
        Assert.Equal(4, Count(all, "confidence "));
        Assert.DoesNotContain("silent", all, StringComparison.Ordinal);
        Assert.Equal(4, Count(text, "confidence ") + Count(text, " silent"));

        static int Count(string text, string part) => text.Split(part).Length - 1;
    }

    private static string QuarterHours(int count)
    {
        var rows = Enumerable.Range(0, count).Select(i =>
        {
            var (open, close) = (100 + (10 * Math.Sin(i / 40.0)), 100 + (10 * Math.Sin((i + 1) / 40.0)));
            return string.Create(CultureInfo.InvariantCulture, $"{1_704_067_200_000 + (i * QuarterHour)},{open:F4},{Math.Max(open, close) + 0.1:F4},{Math.Min(open, close) - 0.1:F4},{close:F4},{10 + (i % 7)}");
        });
        return $"{SampleBars.Header}\n{string.Join('\n', rows)}\n";
    }

    private void Synthetic() => line.Run("data", "synth", "--bars", "3000").Succeeded();

    private CommandResult Paper(params string[] more) => line.Run(["paper", .. Market, "--session", Session, .. more]);
}
