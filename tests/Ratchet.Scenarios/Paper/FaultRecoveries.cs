using Ratchet.Hosting.Composition.Paper;
using Ratchet.Trading.Events;
using Ratchet.Trading.Journal;

namespace Ratchet.Scenarios.Paper;

/// <summary>Reads from a session's journal how it came through its faults.</summary>
internal static class FaultRecoveries
{
    /// <summary>
    /// For each fault the seconds from its end until the session could act again: connected and caught up after outages and kills, writing again after a full disk,
    /// the next bar taken at its own time after a wrong clock.
    /// </summary>
    public static IReadOnlyList<(Fault Fault, double Seconds)> Of(PaperBench bench)
    {
        var setup = bench.Folder.ReadSetup();
        using var reader = bench.Folder.OpenReader(setup);
        TradingEvent[] events = [.. reader.ReadEvents(0, reader.NextSequence)];
        return [.. bench.Faults.Select(f => (f, (events.First(e => e.Time >= f.To && IsBack(f, e)).Time - f.To) / 1000.0))];
    }

    /// <summary>The uptime without the outages of the exchange themselves: what was down for its own sake, and until the session had recovered from an outage.</summary>
    public static double OwnUptime(SessionReport report, IEnumerable<Fault> faults)
    {
        var outages = faults.Where(f => f.Kind is FaultKind.Cut or FaultKind.Maintenance).Sum(f => f.To - f.From);
        var down = (1 - report.Uptime) * (report.To - report.From);
        return 1 - ((down - outages) / (report.To - report.From));
    }

    /// <summary>How many order identities are missing between the first and the last, and how many orders were placed twice.</summary>
    public static (int Lost, int Doubled) OrdersLostOrDoubled(SessionFolder folder)
    {
        var setup = folder.ReadSetup();
        using var reader = folder.OpenReader(setup);
        long[] placed = [.. reader.ReadAudit(0, reader.NextSequence).Select(a => a.Decode()).Where(r => r.Kind == AuditKind.OrderPlaced).Select(r => r.Order)];
        return ((int)(placed.Max() - placed.Distinct().Count()), placed.Length - placed.Distinct().Count());
    }

    private static bool IsBack(Fault fault, in TradingEvent e) => fault.Kind switch
    {
        FaultKind.ClockStep => e.Kind == EventKind.FineBar,
        FaultKind.DiskFull => e.Detail is FeedChange { State: FeedState.Connected },
        _ => e.Detail is FeedChange { State: FeedState.Connected },
    };
}
