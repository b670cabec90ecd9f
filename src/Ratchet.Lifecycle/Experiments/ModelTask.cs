using Ratchet.Lifecycle.Datasets;
using Ratchet.Lifecycle.Training;
using Ratchet.Strategies.Ensemble;

namespace Ratchet.Lifecycle.Experiments;

/// <summary>One forest by itself, scored by its out-of-fold predictions: minus the log loss of a classifier, R2 of a regressor.</summary>
internal sealed class ModelTask(EnsembleRole role) : ITrialTask
{
    public IEnumerable<int> Pieces(WarmTrial trial) => Enumerable.Range((int)role * trial.Folds.Count, trial.Folds.Count);

    public TrialScore Score(WarmTrial trial, Dataset dataset)
    {
        var skill = ModelSkill.Of(role, trial.PredictionsOf(role), trial.Targets[role], dataset.Rows.Span);
        var value = role is EnsembleRole.Entry or EnsembleRole.Exit ? -skill.Loss : skill.Score;
        return new(value, TrialFacts.Of(skill));
    }
}
