using Ratchet.Benchmarks.Measurement;

namespace Ratchet.Benchmarks.Cases;

/// <summary>What a case measured. Quality holds the numbers that show the work was done well.</summary>
internal sealed record CaseResult(Spread Ours, IReadOnlyList<KeyValuePair<string, double>> Quality)
{
    /// <summary>The most memory that the case's own process held; NaN where it had none or the system does not tell.</summary>
    public double PeakMegabytes { get; init; } = double.NaN;
}
