using Ratchet.Lifecycle.Datasets;
using Ratchet.Numerics.Randomness;
using Ratchet.Search.Samplers;
using Ratchet.Search.Schedulers;
using Ratchet.Search.Spaces;
using Ratchet.Search.Studies;
using Ratchet.Strategies.Ensemble;
using Ratchet.Validation.Objectives;

namespace Ratchet.Lifecycle.Experiments;

/// <summary>The stages of a search: one joint stage, or a stage for each forest and one for trading.</summary>
internal sealed class SearchStages(Dataset dataset, StudySettings settings, IObjective objective, int threads, TimeProvider clock)
{
    /// <summary>Runs the stages that the settings ask for.</summary>
    /// <param name="openStudy">Opens the study of a stage by its name: "joint", or "entry" … "trading".</param>
    /// <param name="progress">Told the stage's name, its progress and the trees grown so far.</param>
    /// <param name="cancellationToken">Ends the search early.</param>
    public SearchResult Run(Func<string, Study> openStudy, Action<string, SearchProgress, long> progress, CancellationToken cancellationToken) =>
        settings.Scope == SearchScope.Joint ? Joint(openStudy, progress, cancellationToken) : PerModel(openStudy, progress, cancellationToken);

    /// <summary>The evaluator of the joint stage, for looking at single configurations.</summary>
    public TrialEvaluator JointEvaluator() =>
        new(dataset, settings, settings.Defaults, new JointTask(dataset, objective), threads, clock);

    private SearchResult Joint(Func<string, Study> openStudy, Action<string, SearchProgress, long> progress, CancellationToken cancellationToken)
    {
        var evaluator = JointEvaluator();
        var outcome = Hyperband(
            "joint", TrialSpace.Joint(settings.Estimators), evaluator, openStudy, p => progress("joint", p, evaluator.TreesGrown), cancellationToken);
        var trees = TreeArithmetic.Of(outcome, settings, EnsembleOptions.Roles) with { Grown = evaluator.TreesGrown };
        return new(outcome, settings.Defaults, [], trees, Timeouts(outcome));
    }

    private SearchResult PerModel(Func<string, Study> openStudy, Action<string, SearchProgress, long> progress, CancellationToken cancellationToken)
    {
        var trees = new TreeCount(0, 0, 0);
        var timeouts = 0;
        var models = new List<ModelSearch>();
        var best = settings.Defaults;
        foreach (var role in EnsembleOptions.Roles)
        {
            var name = role.ToString().ToLowerInvariant();
            var grownBefore = trees.Grown;
            var evaluator = new TrialEvaluator(dataset, settings, settings.Defaults, new ModelTask(role), threads, clock);
            var outcome = Hyperband(
                name,
                TrialSpace.ForModel(role, settings.Estimators),
                evaluator,
                openStudy,
                p => progress(name, p, grownBefore + evaluator.TreesGrown),
                cancellationToken);
            var needed = TreeArithmetic.Of(outcome, settings, [role]);
            trees = new(trees.Grown + evaluator.TreesGrown, trees.WarmStarted + needed.WarmStarted, trees.FromScratch + needed.FromScratch);
            timeouts += Timeouts(outcome);
            models.Add(new(role, outcome));
            if (outcome.Best is { } trial)
            {
                var chosen = TrialSpace.Decode(trial.Parameters, settings.Defaults);
                best = best with { Ensemble = best.Ensemble.With(role, chosen.Ensemble[role]) };
            }
        }

        var trading = new TradingEvaluator(dataset, settings, best, objective, threads, cancellationToken);
        var final = Hyperband("trading", TrialSpace.Trading, trading, openStudy, p => progress("trading", p, trees.Grown), cancellationToken);
        return new(final, best, models, trees, timeouts);
    }

    private static int Timeouts(HyperbandOutcome outcome) => outcome.Trials.Count(t => t.Attributes.ContainsKey(TrialFacts.TimedOut));

    private HyperbandOutcome Hyperband(
        string stage,
        SearchSpace space,
        IRungEvaluator evaluator,
        Func<string, Study> openStudy,
        Action<SearchProgress> progress,
        CancellationToken cancellationToken)
    {
        var sampler = new RandomSampler(StreamKey.FromSeed(settings.Seed).Derive("propose").Derive(stage));
        return new HyperbandScheduler(settings.Hyperband, space, sampler, TrialSpace.Repair)
            .Run(openStudy(stage), evaluator, new SearchRelay(progress), cancellationToken);
    }
}
