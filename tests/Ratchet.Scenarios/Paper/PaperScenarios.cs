using Ratchet.Hosting.Composition.Paper;

namespace Ratchet.Scenarios.Paper;

public sealed class PaperScenarios
{
    [Fact]
    public async Task Replay_TwoWeeksWithFaults_IsIdenticalByteForByte()
    {
        using var place = new ScratchFolder();
        var faults = new List<Fault>();
        for (var day = 0; day < 14; day++)
        {
            var start = day * 1440;
            faults.Add(new(FaultKind.Cut, start + 200, TimeSpan.FromSeconds(30 + (day * 40))));
            faults.Add(new(FaultKind.Duplicate, start + 404, TimeSpan.Zero));
            faults.Add(new(FaultKind.Duplicate, start + 419, TimeSpan.Zero));
            faults.Add(new(FaultKind.Late, start + 614, TimeSpan.Zero));
            faults.Add(new(FaultKind.Missing, start + 829, TimeSpan.Zero));
            faults.Add(new(FaultKind.Garbage, start + 830, TimeSpan.Zero));
        }

        faults.Add(new(FaultKind.Maintenance, 3 * 1440, TimeSpan.FromHours(2)));
        faults.Add(new(FaultKind.Kill, (5 * 1440) + 14, TimeSpan.FromSeconds(20)));
        faults.Add(new(FaultKind.Kill, (9 * 1440) + 700, TimeSpan.FromMinutes(40)));
        await using var bench = new PaperBench(place.Path, new() { Minutes = 14 * 1440 }, faults);

        await bench.RunAsync();

        var (replay, report) = SessionLook.At(bench.Folder);
        EvidenceTables.TwoWeeks(report, replay, faults);
        Assert.Null(replay.FirstDifference);
        Assert.True(replay.IsIdentical);
        Assert.Equal((replay.RecordedOrders, replay.RecordedAudit), (report.OrderHash, report.AuditHash));
        Assert.True(report.To - report.From >= 14 * 86_400_000L - 60_000);
        Assert.Equal([1344L, 20160L], report.Bars.Select(b => b.Seen));
        Assert.All(report.Bars, b => Assert.Equal((0L, 0L), (b.Lost, b.Doubled)));
        Assert.True(report is { Trades: > 30, Duplicates: > 20, Late: > 10, BackFilled: > 100, Unsound: > 20 }, report.ToString());
        Assert.Equal(2, report.Faults.Single(f => f.Kind == "process").Times);
    }

    [Fact]
    public async Task Run_DayWithFaultSchedule_RecoversFromEachAndLosesNothing()
    {
        using var place = new ScratchFolder();
        var faults = new List<Fault>();
        faults.AddRange(Enumerable.Range(0, 20).Select(i => new Fault(FaultKind.Cut, 20 + (i * 70), TimeSpan.FromSeconds(30))));
        faults.AddRange(Enumerable.Range(0, 5).Select(i => new Fault(FaultKind.Maintenance, 130 + (i * 280), TimeSpan.FromSeconds(60))));
        faults.AddRange(Enumerable.Range(0, 10).Select(i => new Fault(FaultKind.Kill, 44 + (i * 135), TimeSpan.FromSeconds(5))));
        faults.Add(new(FaultKind.DiskFull, 704, TimeSpan.FromSeconds(20)));
        faults.Add(new(FaultKind.ClockStep, 1007, TimeSpan.FromMinutes(40)));
        await using var bench = new PaperBench(place.Path, new() { Minutes = 1440, ClockSkew = 10_000, TimerSeconds = 20 }, faults);

        await bench.RunAsync();

        var (replay, report) = SessionLook.At(bench.Folder);
        var recoveries = FaultRecoveries.Of(bench);
        EvidenceTables.Day(report, replay, bench, recoveries);
        Assert.True(replay.IsIdentical, replay.FirstDifference);
        Assert.Equal([96L, 1440L], report.Bars.Select(b => b.Seen));
        Assert.All(report.Bars, b => Assert.Equal((0L, 0L), (b.Lost, b.Doubled)));
        Assert.Equal(37, recoveries.Count);
        Assert.All(recoveries, r => Assert.InRange(r.Seconds, 0, 30));
        Assert.Equal(10, bench.Recoveries.Count);
        Assert.True(bench.Journal.Refused > 1);
        Assert.Contains("ClockSkew", report.Trips.Keys);
        Assert.Contains("ClockStepped", report.Trips.Keys);
        Assert.InRange(FaultRecoveries.OwnUptime(report, bench, recoveries), 0.995, 1);
        Assert.Equal((0, 0), FaultRecoveries.OrdersLostOrDoubled(bench.Folder));
    }
}
