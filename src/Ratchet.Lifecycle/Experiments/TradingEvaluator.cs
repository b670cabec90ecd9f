using Ratchet.Lifecycle.Datasets;
using Ratchet.Lifecycle.Training;
using Ratchet.Numerics.Randomness;
using Ratchet.Numerics.Windows;
using Ratchet.Search.Schedulers;
using Ratchet.Strategies.Ensemble;
using Ratchet.Validation.Objectives;

namespace Ratchet.Lifecycle.Experiments;

/// <summary>
/// Evaluates trading parameters on the out-of-fold signals of forests that are already chosen. Nothing is grown, so the resource has no effect:
/// a configuration has the same value at every rung.
/// </summary>
internal sealed class TradingEvaluator : IRungEvaluator
{
    private readonly TrialConfiguration defaults;
    private readonly SignalScorer scorer;
    private readonly EnsembleSignals signals;
    private readonly IndexRange range;
    private readonly int threads;

    public TradingEvaluator(
        Dataset dataset, StudySettings settings, TrialConfiguration defaults, IObjective objective, int threads, CancellationToken cancellationToken)
    {
        this.defaults = defaults;
        this.threads = threads;
        scorer = new(dataset, objective);
        var rows = dataset.Rows.ToArray();
        range = new(rows[0], dataset.Bars.Count);
        var trial = new WarmTrial(dataset, rows, defaults, settings.Validation, settings.Validation.Folds, StreamKey.FromSeed(settings.Seed));
        var maximum = settings.Hyperband.MaximumResource;
        WorkQueue.Run(trial.Pieces, threads, piece => trial.Grow(piece, maximum, maximum, cancellationToken), cancellationToken);
        trial.Reach(maximum, maximum);
        signals = trial.Signals(trial.Predictions());
    }

    public void Evaluate(IReadOnlyList<RungRequest> requests, Action<RungResult> tell, CancellationToken cancellationToken) =>
        WorkQueue.Run(
            requests.Count,
            threads,
            i =>
            {
                var request = requests[i];
                var run = scorer.Score(signals, range, TrialSpace.Decode(request.Parameters, defaults).Trading);
                tell(new(request.TrialNumber, request.Resource, run.Score.Ranking, [], TrialFacts.Of(run), null));
            },
            cancellationToken);

    public void Release(int trialNumber)
    {
    }
}
