using Ratchet.Benchmarks.Cases;
using Ratchet.Benchmarks.Peers;

namespace Ratchet.Benchmarks.Reports;

/// <summary>One case after it ran, with the peer where that was measured too.</summary>
internal sealed record CaseOutcome(BenchmarkCase Case, CaseResult Result, PeerResult? PeerNow)
{
    /// <summary>Whether the peer's figure is of this call.</summary>
    public bool PeerMeasuredNow => MeasuredFigure is not null;

    /// <summary>The peer's figure of this call, else the recorded one, else null.</summary>
    public double? PeerFigure => MeasuredFigure ?? Case.Peer?.Recorded;

    /// <summary>The peer and its version, of the figure that is shown.</summary>
    public string? PeerName => PeerMeasuredNow && PeerNow!.Name.Length > 0 ? PeerNow.Name : Case.Peer?.Name;

    /// <summary>How many times better ours is; null without a peer.</summary>
    public double? Ratio => PeerFigure is { } peer ? (Case.HigherIsBetter ? Result.Ours.Median / peer : peer / Result.Ours.Median) : null;

    /// <summary>Whether the median reaches the target.</summary>
    public bool Met => Case.HigherIsBetter ? Result.Ours.Median >= Case.Target : Result.Ours.Median <= Case.Target;

    /// <summary>The peer's quality numbers of this call, by our names.</summary>
    public IReadOnlyDictionary<string, double> PeerQuality =>
        PeerNow is not null && Case.Peer is not null ? PeerNow.Quality(Case.Peer) : new Dictionary<string, double>();

    /// <summary>The most memory that the case's process held, in MB; null where it was not measured.</summary>
    public double? PeakMegabytes => double.IsNaN(Result.PeakMegabytes) ? null : Result.PeakMegabytes;

    /// <summary>The same of the peer's process, where the peer was measured and says so.</summary>
    public double? PeerPeakMegabytes => PeerNow?.PeakMegabytes;

    private double? MeasuredFigure => Case.Peer is { } peer ? PeerNow?.Figure(peer) : null;
}
