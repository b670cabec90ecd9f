using System.Text.Json;
using Ratchet.Benchmarks.Reports;

namespace Ratchet.Benchmarks.Tests.Reports;

public sealed class ReportTests
{
    [Fact]
    public void Json_Line_HasBothSidesAndTheirQuality()
    {
        using var line = JsonDocument.Parse(JsonReport.Of(Samples.Outcome(2, false, Samples.Peer(10))));
        var root = line.RootElement;
        Assert.Equal("P1", root.GetProperty("id").GetString());
        Assert.Equal(2, root.GetProperty("ours").GetDouble());
        Assert.Equal(10, root.GetProperty("peer").GetDouble());
        Assert.True(root.GetProperty("peerMeasuredNow").GetBoolean());
        Assert.Equal(0.55, root.GetProperty("quality").GetProperty("auc").GetDouble());
        Assert.Equal(0.54, root.GetProperty("peerQuality").GetProperty("auc").GetDouble());
    }

    [Fact]
    public void Table_Row_SaysWhetherThePeerWasMeasured()
    {
        Assert.Contains("recorded elsewhere", PeopleTable.Row(Samples.Outcome(2, false, null)), StringComparison.Ordinal);
        var measured = PeopleTable.Row(Samples.Outcome(2, false, Samples.Peer(10)));
        Assert.Contains("peer 2.0, measured now", measured, StringComparison.Ordinal);
        Assert.Contains("auc 0.55 (peer 0.54), nodes 100", measured, StringComparison.Ordinal);
    }

    [Fact]
    public void Memory_OfBothSides_IsInEveryReport()
    {
        var outcome = Samples.Outcome(2, false, Samples.Peer(10));
        outcome = outcome with { Result = outcome.Result with { PeakMegabytes = 123.4 } };
        using var line = JsonDocument.Parse(JsonReport.Of(outcome));
        Assert.Equal(123.4, line.RootElement.GetProperty("peakMegabytes").GetDouble());
        Assert.Equal(1907.5, line.RootElement.GetProperty("peerPeakMegabytes").GetDouble());
        Assert.Contains("       123     1,908  s: fit", PeopleTable.Row(outcome), StringComparison.Ordinal);
        Assert.Contains("| 123 | 1,908 |", MarkdownReport.Of(Samples.Machine, [outcome]), StringComparison.Ordinal);
    }

    [Fact]
    public void Memory_NotMeasured_IsADash()
    {
        var outcome = Samples.Outcome(2, false, null);
        Assert.Equal((null, null), (outcome.PeakMegabytes, outcome.PeerPeakMegabytes));
        Assert.Contains("| yes | - | - |", MarkdownReport.Of(Samples.Machine, [outcome]), StringComparison.Ordinal);
    }

    [Fact]
    public void Markdown_Row_HasAsManyCellsAsTheHeader()
    {
        var lines = MarkdownReport.Of(Samples.Machine, [Samples.Outcome(2, false, Samples.Peer(10)), Samples.Outcome(2, true, null)]).Split('\n').Where(l => l.StartsWith('|')).ToArray();
        Assert.Equal(4, lines.Length);
        Assert.Single(lines.Select(l => l.Count(c => c == '|')).Distinct());
    }

    [Fact]
    public void Results_Written_AreNamedByDateAndMachine()
    {
        var folder = Directory.CreateTempSubdirectory("ratchet-results").FullName;
        try
        {
            var paths = ResultsFolder.Write(folder, Samples.Machine, [Samples.Outcome(2, false, null)]);
            Assert.Equal(["2026-01-31-fast-r-cpu-2-60ghz-2-cores.json", "2026-01-31-fast-r-cpu-2-60ghz-2-cores.md"], paths.Select(p => Path.GetFileName(p)));
            using var document = JsonDocument.Parse(File.ReadAllText(paths[0]));
            Assert.Equal("abc1234", document.RootElement.GetProperty("machine").GetProperty("commit").GetString());
            Assert.Equal(1, document.RootElement.GetProperty("cases").GetArrayLength());
        }
        finally
        {
            Directory.Delete(folder, true);
        }
    }
}
