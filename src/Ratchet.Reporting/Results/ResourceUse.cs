using Ratchet.Features.Sets;

namespace Ratchet.Reporting.Results;

/// <summary>What a run took of the machine.</summary>
/// <param name="Jobs">Evaluations at once, as asked for.</param>
/// <param name="Threads">Threads that worked.</param>
/// <param name="Cores">Cores of the machine.</param>
/// <param name="PeakMemoryBytes">The largest working set of the process.</param>
/// <param name="ProcessorSeconds">Processor time of all threads.</param>
public sealed record ResourceUse(int Jobs, int Threads, int Cores, long PeakMemoryBytes, double ProcessorSeconds)
{
    /// <summary>How many feature columns were read from the cache, and how many computed.</summary>
    public FeatureReuse Columns { get; init; }
}
