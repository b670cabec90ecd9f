using Ratchet.Lifecycle.Datasets;
using Ratchet.Lifecycle.Training;
using Ratchet.Search.Schedulers;
using Ratchet.Search.Studies;
using Ratchet.Validation.Objectives;

namespace Ratchet.Lifecycle.Experiments;

/// <summary>
/// Runs a study on the development part: Hyperband, a second look at the best on more folds, the choice by lower bound, walk-forward of
/// the chosen and of the fixed defaults, and the baselines. Every step is a function of settings and data: after a kill, running it again
/// on the same study reuses what was told and ends with the same bytes.
/// </summary>
public sealed class StudyRunner
{
    private const int Steps = 4;
    private readonly Dataset dataset;
    private readonly StudySettings settings;
    private readonly int threads;
    private readonly CompositeObjective objective;
    private readonly SearchStages stages;

    /// <summary>Ready to run.</summary>
    /// <param name="dataset">The development part alone.</param>
    /// <param name="settings">What decides the result.</param>
    /// <param name="threads">How many threads may work at once; at least 1. It does not change the result.</param>
    /// <param name="clock">Measures time-outs, where one is set.</param>
    /// <exception cref="ArgumentException">A setting is out of its range.</exception>
    public StudyRunner(Dataset dataset, StudySettings settings, int threads, TimeProvider clock)
    {
        settings.Validate();
        ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1);
        this.dataset = dataset;
        this.settings = settings;
        this.threads = threads;
        objective = new(settings.Objective);
        stages = new(dataset, settings, objective, threads, clock);
    }

    /// <summary>Runs the study, or goes on with it.</summary>
    /// <param name="openStudy">Opens the study of a stage: "joint", or "entry", "position", "exit", "profit" and "trading".</param>
    /// <param name="progress">Told as things move; may be null.</param>
    /// <param name="cancellationToken">Ends the study early; what was told stays.</param>
    /// <exception cref="NotEnoughDataException">The data cannot carry folds or windows.</exception>
    public StudyOutcome Run(Func<string, Study> openStudy, IProgress<StudyProgress>? progress, CancellationToken cancellationToken)
    {
        var found = Search(openStudy, progress, cancellationToken);
        progress?.Report(new("second look at the best, on more folds", 2, Steps, null, found.Trees.Grown));
        var top = Choose(found, cancellationToken);
        var reevaluator = new Reevaluator(dataset, settings, objective, threads);
        var defaults = new Candidate(-1, null, settings.Defaults, double.NaN, reevaluator.Run(settings.Defaults, cancellationToken));

        progress?.Report(new("plain baseline: the best of the lowest fidelity", 3, Steps, null, found.Trees.Grown));
        var plain = settings.Scope == SearchScope.Joint ? LowestFidelity(found, cancellationToken) : null;

        progress?.Report(new("walk-forward of the chosen and of the defaults", 4, Steps, null, found.Trees.Grown));
        var walker = new WalkForwardRunner(dataset, settings, objective, threads);
        var walked = walker.Run(top[0].Configuration, cancellationToken);
        var defaultsWalked = walker.Run(settings.Defaults, cancellationToken);
        var scorer = new SignalScorer(dataset, objective);
        return new()
        {
            Settings = settings,
            DataHash = dataset.ContentHash,
            Rows = dataset.Rows.Length,
            FeatureCount = dataset.Matrix.FeatureCount,
            Search = found.Final,
            Models = found.Models,
            Top = top,
            Defaults = defaults,
            WalkForward = walked,
            DefaultsWalkForward = defaultsWalked,
            BuyAndHold = scorer.BuyAndHoldOver(walked.Whole.Range, settings.Trading),
            RandomEntry = Baselines.RandomEntries(scorer, dataset, walked.Whole, top[0].Configuration.Trading, settings, threads, cancellationToken),
            LowestFidelity = plain,
            Trees = found.Trees,
            Reproducible = found.Timeouts == 0,
        };
    }

    internal SearchResult Search(Func<string, Study> openStudy, IProgress<StudyProgress>? progress, CancellationToken cancellationToken) =>
        stages.Run(
            openStudy,
            (stage, state, trees) => progress?.Report(new(stage == "joint" ? "search" : $"search: {stage}", 1, Steps, state, trees)),
            cancellationToken);

    /// <summary>Looks at the best again, on more folds: the viable first, by lower bound; then the others, by how little they miss.</summary>
    internal Candidate[] Choose(SearchResult found, CancellationToken cancellationToken)
    {
        var reevaluator = new Reevaluator(dataset, settings, objective, threads);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var top = found.Final.Ranking
            .Where(t => seen.Add(t.Parameters.Key))
            .Take(settings.ReevaluateTop)
            .Select(t =>
            {
                var configuration = TrialSpace.Decode(t.Parameters, found.Base);
                configuration = t.Attributes.ContainsKey("retried") ? TrialSpace.Reduce(configuration) : configuration;
                return new Candidate(t.Number, t.Parameters, configuration, t.Value!.Value, reevaluator.Run(configuration, cancellationToken));
            })
            .OrderByDescending(c => c.Second.Whole.Score.Viable)
            .ThenByDescending(c => c.Second.Whole.Score.Viable ? c.Second.LowerBound : c.Second.Whole.Score.Ranking)
            .ThenBy(c => c.TrialNumber)
            .ToArray();
        return top.Length > 0
            ? top
            : throw new NotEnoughDataException("No configuration reached full resource: every trial failed. 'ratchet study show' lists each with its exception.");
    }

    private LowestFidelityBaseline LowestFidelity(SearchResult found, CancellationToken cancellationToken)
    {
        var search = found.Final;
        var first = search.LowestFidelityRanking(settings.ReevaluateTop);
        var maximum = settings.Hyperband.MaximumResource;
        var values = first.ToDictionary(t => t.Number, t => t.State == TrialState.Complete ? t.Value!.Value : double.NaN);
        var missing = first.Where(t => t.State != TrialState.Complete)
            .Select(t => new RungRequest(t.Number, t.Parameters, t.Bracket, 0, 0, maximum)).ToArray();
        var gate = new Lock();
        stages.JointEvaluator().Evaluate(
            missing,
            result =>
            {
                lock (gate)
                {
                    values[result.TrialNumber] = result.Value;
                }
            },
            cancellationToken);
        var best = values.Where(v => !double.IsNaN(v.Value)).OrderByDescending(v => v.Value).ThenBy(v => v.Key)
            .DefaultIfEmpty(new(-1, double.NaN)).First();
        return new(
            first.Count,
            best.Key,
            best.Value,
            TreeArithmetic.Plain(search, first, settings),
            search.Best?.Value ?? double.NaN,
            found.Trees.WarmStarted);
    }
}
