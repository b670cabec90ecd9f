using Ratchet.Benchmarks.Peers;

namespace Ratchet.Benchmarks.Cases;

/// <summary>What cases share in one call.</summary>
/// <param name="Arrays">The peers' input arrays.</param>
/// <param name="Threads">How many threads a parallel case may use.</param>
internal sealed record BenchmarkContext(PeerArrays Arrays, int Threads);
