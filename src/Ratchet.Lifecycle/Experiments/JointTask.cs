using Ratchet.Lifecycle.Datasets;
using Ratchet.Lifecycle.Training;
using Ratchet.Numerics.Windows;
using Ratchet.Strategies.Ensemble;
using Ratchet.Validation.Objectives;

namespace Ratchet.Lifecycle.Experiments;

/// <summary>All four forests, scored by out-of-fold trading.</summary>
internal sealed class JointTask(Dataset dataset, IObjective objective) : ITrialTask
{
    private static readonly EnsembleRole[] LongestFirst = [EnsembleRole.Profit, EnsembleRole.Exit, EnsembleRole.Entry, EnsembleRole.Position];
    private readonly SignalScorer scorer = new(dataset, objective);

    public IEnumerable<int> Pieces(WarmTrial trial)
    {
        foreach (var role in LongestFirst)
        {
            for (var fold = 0; fold < trial.Folds.Count; fold++)
            {
                yield return ((int)role * trial.Folds.Count) + fold;
            }
        }
    }

    public TrialScore Score(WarmTrial trial, Dataset dataset)
    {
        var signals = trial.Signals(trial.Predictions());
        var rows = dataset.Rows.Span;
        var run = scorer.Score(signals, new IndexRange(rows[0], dataset.Bars.Count), trial.Configuration.Trading);
        return new(run.Score.Ranking, TrialFacts.Of(run));
    }
}
