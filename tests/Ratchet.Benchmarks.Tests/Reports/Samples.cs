using Ratchet.Benchmarks.Measurement;
using Ratchet.Benchmarks.Peers;
using Ratchet.Benchmarks.Reports;

namespace Ratchet.Benchmarks.Tests.Reports;

/// <summary>Outcomes as a run would give them.</summary>
internal static class Samples
{
    public static MachineFacts Machine { get; } = new()
    {
        Date = "2026-01-31",
        Processor = "Fast(R) CPU @ 2.60GHz",
        Cores = 2,
        MemoryGiB = 8,
        System = "Debian 12",
        Runtime = "10.0.0",
        Commit = "abc1234",
        Threads = 2,
        LoadBefore = 0.1,
        LoadAfter = 1.9,
    };

    public static CaseOutcome Outcome(double ours, bool higherIsBetter, PeerResult? now) => new(
        new("P1", "fit", "s", 2, higherIsBetter, new("recorded 1.0", 8, "a.py", "fit_s", 1, new Dictionary<string, string> { ["auc"] = "test_auc" }), _ => throw new InvalidOperationException()),
        new(new Spread(ours, ours / 2, ours * 2), [new("auc", 0.55), new("nodes", 100)]),
        now);

    public static PeerResult Peer(double seconds) => new("peer 2.0", new Dictionary<string, double> { ["fit_s"] = seconds, ["test_auc"] = 0.54, ["peak_rss_mb"] = 1907.5 });
}
