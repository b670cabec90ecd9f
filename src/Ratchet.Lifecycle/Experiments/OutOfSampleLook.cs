using Ratchet.Lifecycle.Datasets;
using Ratchet.Validation.Objectives;

namespace Ratchet.Lifecycle.Experiments;

/// <summary>Walks any configuration forward, as a study does with the one that it chose.</summary>
public static class OutOfSampleLook
{
    /// <summary>Retrains before every window on the rows before it and trades the window.</summary>
    /// <param name="dataset">The development part.</param>
    /// <param name="settings">Windows, gaps, seed, objective.</param>
    /// <param name="configuration">The configuration.</param>
    /// <param name="threads">How many threads may work at once.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    /// <exception cref="NotEnoughDataException">The data cannot carry the windows.</exception>
    public static WalkForwardResult Run(
        Dataset dataset, StudySettings settings, TrialConfiguration configuration, int threads, CancellationToken cancellationToken) =>
        new WalkForwardRunner(dataset, settings, new CompositeObjective(settings.Objective), threads).Run(configuration, cancellationToken);
}
