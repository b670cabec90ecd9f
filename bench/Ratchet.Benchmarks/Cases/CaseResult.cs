using Ratchet.Benchmarks.Measurement;

namespace Ratchet.Benchmarks.Cases;

/// <summary>What a case measured. Quality holds the numbers that show the work was done well.</summary>
internal sealed record CaseResult(Spread Ours, IReadOnlyList<KeyValuePair<string, double>> Quality);
