using Ratchet.Lifecycle.Datasets;
using Ratchet.Lifecycle.Experiments;
using Ratchet.Lifecycle.Training;

namespace Ratchet.Lifecycle.Tests.Experiments;

/// <summary>A task that throws for some configurations when it comes to scoring.</summary>
internal sealed class FaultyTask(ITrialTask inner, Func<TrialConfiguration, bool> fails) : ITrialTask
{
    public IEnumerable<int> Pieces(WarmTrial trial) => inner.Pieces(trial);

    public TrialScore Score(WarmTrial trial, Dataset dataset) =>
        fails(trial.Configuration) ? throw new InvalidOperationException("the score is broken") : inner.Score(trial, dataset);
}
