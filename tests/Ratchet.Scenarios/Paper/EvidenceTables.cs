using System.Globalization;
using System.Text;
using Ratchet.Hosting.Composition.Paper;

namespace Ratchet.Scenarios.Paper;

/// <summary>The tables of docs/paper.md: to the test's output, and to the folder that RATCHET_PAPER_TABLES names.</summary>
internal static class EvidenceTables
{
    public static void TwoWeeks(SessionReport report, ReplayResult replay, IReadOnlyList<Fault> faults)
    {
        var text = new StringBuilder("| | |\n|---|---|\n");
        Row(text, "simulated time", Text($"{(report.To - report.From) / 86_400_000.0:0.00} days, {string.Join(" and ", report.Bars.Select(b => $"{b.Seen:N0} bars of {b.Series}"))}"));
        Row(text, "faults", string.Join(", ", faults.GroupBy(f => f.Kind).OrderBy(g => g.Key).Select(g => Text($"{g.Count()} x {Name(g.Key)}"))));
        Row(text, "left out by the feed", Text($"{report.Duplicates} duplicates, {report.Late} late, {report.Unsound} unreadable"));
        Row(text, "fetched afterwards", Text($"{report.BackFilled} bars"));
        Row(text, "bars lost, doubled", Text($"{report.Bars.Sum(b => b.Lost)}, {report.Bars.Sum(b => b.Doubled)}"));
        Row(text, "signals, orders, fills, trades", Text($"{replay.Signals:N0}, {replay.Orders}, {replay.Fills}, {replay.Trades}"));
        Row(text, "events, audit records compared", Text($"{replay.Events:N0}, {replay.Records:N0}"));
        Row(text, "order hash, session", $"`{replay.RecordedOrders}`");
        Row(text, "order hash, replay", $"`{replay.ReplayedOrders}`");
        Row(text, "audit hash, session", $"`{replay.RecordedAudit}`");
        Row(text, "audit hash, replay", $"`{replay.ReplayedAudit}`");
        Row(text, "first difference", replay.FirstDifference ?? "none");
        Write("two-weeks.md", text.ToString());
    }

    public static void Day(SessionReport report, ReplayResult replay, PaperBench bench, IReadOnlyList<(Fault Fault, double Seconds)> recoveries)
    {
        var text = new StringBuilder("| fault | times | longest recovery | bars lost, doubled | orders lost, doubled |\n|---|---|---|---|---|\n");
        var (lost, doubled) = FaultRecoveries.OrdersLostOrDoubled(bench.Folder);
        foreach (var kind in recoveries.GroupBy(r => r.Fault.Kind).OrderBy(g => g.Key))
        {
            text.Append(Text($"| {Name(kind.Key)}, {Span(kind.First().Fault.Lasts)} | {kind.Count()} | {kind.Max(r => r.Seconds):0.0} s | "))
                .Append(Text($"{report.Bars.Sum(b => b.Lost)}, {report.Bars.Sum(b => b.Doubled)} | {lost}, {doubled} |\n"));
        }

        text.Append('\n').Append("| | |\n|---|---|\n");
        Row(text, "simulated time", Text($"{(report.To - report.From) / 3_600_000.0:0.00} hours"));
        Row(text, "uptime of the session itself", Text($"{FaultRecoveries.OwnUptime(report, bench, recoveries) * 100:0.00} %"));
        Row(text, "uptime as the journal knows it, outages of the exchange counted too", Text($"{report.Uptime * 100:0.00} %"));
        Row(text, "bars that came in time to be traded on", Text($"{report.InTime * 100:0.00} %"));
        Row(text, "signals, orders, fills, trades", Text($"{replay.Signals:N0}, {replay.Orders}, {replay.Fills}, {replay.Trades}"));
        Row(text, "replay", replay.IsIdentical ? "identical" : replay.FirstDifference ?? "different");
        Write("day.md", text.ToString());
        TestContext.Current.TestOutputHelper?.WriteLine(Text($"restarts took {bench.Recoveries.Max() * 1000:0} ms of real time at most"));
    }

    private static void Row(StringBuilder text, string name, string value) => text.Append("| ").Append(name).Append(" | ").Append(value).Append(" |\n");

    private static string Name(FaultKind kind) => kind switch
    {
        FaultKind.Cut => "feed cut",
        FaultKind.Maintenance => "exchange answers 503 and refuses streams",
        FaultKind.Kill => "process killed before a commit, started again after",
        FaultKind.DiskFull => "disk full",
        FaultKind.ClockStep => "clock 80 s ahead, then put right",
        FaultKind.Duplicate => "bar sent twice",
        FaultKind.Late => "bar sent again after its successor",
        FaultKind.Missing => "bar not sent",
        _ => "messages that are no bars",
    };

    private static string Span(TimeSpan time) => time.TotalMinutes >= 5 ? Text($"{time.TotalMinutes:0} min") : Text($"{time.TotalSeconds:0} s");

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private static void Write(string name, string table)
    {
        TestContext.Current.TestOutputHelper?.WriteLine(table);
        if (Environment.GetEnvironmentVariable("RATCHET_PAPER_TABLES") is { Length: > 0 } folder)
        {
            File.WriteAllText(Path.Combine(folder, name), table);
        }
    }
}
