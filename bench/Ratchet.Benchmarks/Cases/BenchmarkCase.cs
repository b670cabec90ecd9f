namespace Ratchet.Benchmarks.Cases;

/// <summary>One case: what is measured, against whom, and what is aimed at.</summary>
/// <param name="Id">Its name, as in the table of performance targets.</param>
/// <param name="Work">In words.</param>
/// <param name="Unit">Of ours, the peer's figure and the target.</param>
/// <param name="Target">The aim.</param>
/// <param name="HigherIsBetter">Whether the target is a least figure.</param>
/// <param name="Peer">The peer, or null.</param>
/// <param name="Run">Measures.</param>
internal sealed record BenchmarkCase(
    string Id, string Work, string Unit, double Target, bool HigherIsBetter, PeerFigure? Peer, Func<BenchmarkContext, CaseResult> Run);
