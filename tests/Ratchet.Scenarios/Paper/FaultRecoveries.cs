using Ratchet.Hosting.Composition.Paper;
using Ratchet.Trading.Events;
using Ratchet.Trading.Journal;

namespace Ratchet.Scenarios.Paper;

/// <summary>Reads from a session's journal how it came through its faults.</summary>
internal static class FaultRecoveries
{
    /// <summary>
    /// For each fault the seconds from its end until the session could act again: connected and caught up after outages and kills, writing again after a full disk,
    /// after a wrong clock how far the session's time, which never goes back, is ahead of the first bar.
    /// </summary>
    public static IReadOnlyList<(Fault Fault, double Seconds)> Of(PaperBench bench)
    {
        var setup = bench.Folder.ReadSetup();
        using var reader = bench.Folder.OpenReader(setup);
        TradingEvent[] events = [.. reader.ReadEvents(0, reader.NextSequence)];
        return [.. bench.Faults.Select(f => (f, (events.First(e => e.Time >= f.To && IsBack(f, e)).Time - f.To) / 1000.0))];
    }

    /// <summary>
    /// The uptime as one sees it who knows the schedule: down is every recovery, from the end of an outage of the exchange until the session was back, and the time in which the
    /// process did not run or the journal could not be written. The outages themselves are not the session's.
    /// </summary>
    public static double OwnUptime(SessionReport report, PaperBench bench, IReadOnlyList<(Fault Fault, double Seconds)> recoveries)
    {
        var down = recoveries.Sum(r => r.Seconds + (r.Fault.Kind is FaultKind.Kill or FaultKind.DiskFull ? (r.Fault.To - r.Fault.From) / 1000.0 : 0));
        return 1 - ((down + bench.Recoveries.Sum()) * 1000 / (report.To - report.From));
    }

    /// <summary>How many order identities no record tells of, between the first and the last, and how many orders were placed twice.</summary>
    public static (int Lost, int Doubled) OrdersLostOrDoubled(SessionFolder folder)
    {
        var setup = folder.ReadSetup();
        using var reader = folder.OpenReader(setup);
        AuditRecord[] records = [.. reader.ReadAudit(0, reader.NextSequence).Select(a => a.Decode()).Where(r => r.Order > 0)];
        long[] placed = [.. records.Where(r => r.Kind == AuditKind.OrderPlaced).Select(r => r.Order)];
        return ((int)(records.Max(r => r.Order) - records.Select(r => r.Order).Distinct().Count()), placed.Length - placed.Distinct().Count());
    }

    private static bool IsBack(Fault fault, in TradingEvent e) => fault.Kind switch
    {
        FaultKind.ClockStep => e.Kind == EventKind.FineBar,
        FaultKind.DiskFull => e.Detail is FeedChange { State: FeedState.Connected },
        _ => e.Detail is FeedChange { State: FeedState.Connected },
    };
}
