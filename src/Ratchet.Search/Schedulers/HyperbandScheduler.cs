using Ratchet.Search.Samplers;
using Ratchet.Search.Spaces;
using Ratchet.Search.Studies;

namespace Ratchet.Search.Schedulers;

/// <summary>
/// Synchronous Hyperband (Li et al., 2018): every rung is evaluated as a whole, then the best go on, so the result does not depend on how many
/// evaluations run at once. Larger values are better; ties go to the lower trial number; failures never go on.
/// </summary>
/// <remarks>
/// Trials are numbered bracket by bracket, iteration by iteration. All proposals of a bracket are made when it begins: the sampler sees the
/// finished trials of the brackets before it and, as running, the proposals of its own. A configuration whose result at a resource is known is not
/// evaluated there again: the result is copied and the trial marked. Running a study that has trials already replays the same schedule, compares
/// what it would propose with what is stored, takes stored results instead of evaluating, and goes on where nothing is stored.
/// </remarks>
public sealed class HyperbandScheduler
{
    private readonly HyperbandOptions options;
    private readonly SearchSpace space;
    private readonly ISampler sampler;
    private readonly Func<ParameterSet, RepairOutcome>? repair;

    /// <summary>Sets up a search.</summary>
    /// <param name="options">Settings; validated here.</param>
    /// <param name="space">What may be varied.</param>
    /// <param name="sampler">Proposes configurations.</param>
    /// <param name="repair">Makes proposals valid, or null. The same proposal must always be repaired alike.</param>
    /// <exception cref="ArgumentOutOfRangeException">A setting is outside its range.</exception>
    public HyperbandScheduler(HyperbandOptions options, SearchSpace space, ISampler sampler, Func<ParameterSet, RepairOutcome>? repair = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(space);
        ArgumentNullException.ThrowIfNull(sampler);
        options.Validate();
        this.options = options;
        this.space = space;
        this.sampler = sampler;
        this.repair = repair;
        Plan = HyperbandPlan.Create(options);
    }

    /// <summary>The table of brackets and rungs of one iteration.</summary>
    public HyperbandPlan Plan { get; }

    /// <summary>Runs the search, or continues it.</summary>
    /// <param name="study">A study that is to be maximised; empty, or written by a scheduler with the same settings.</param>
    /// <param name="evaluator">Makes the evaluations.</param>
    /// <param name="progress">Is told after every result, by one thread at a time; it must return quickly. May be null.</param>
    /// <param name="cancellationToken">Ends the search early; what was told is stored.</param>
    /// <exception cref="ArgumentException">The study is not one to be maximised.</exception>
    /// <exception cref="StudyMismatchException">What is stored was made with other settings.</exception>
    /// <exception cref="OperationCanceledException">The search was cancelled.</exception>
    /// <exception cref="InvalidOperationException">The evaluator broke its contract.</exception>
    public HyperbandOutcome Run(Study study, IRungEvaluator evaluator, IProgress<SearchProgress>? progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(study);
        ArgumentNullException.ThrowIfNull(evaluator);
        if (study.Directions is not [StudyDirection.Maximize])
        {
            throw new ArgumentException($"Hyperband maximises one objective, but study '{study.Name}' is to {string.Join(", ", study.Directions)}.", nameof(study));
        }

        var ledger = new ScheduleLedger(study);
        ledger.PinPlan(Plan);
        var board = new ProgressBoard(Plan, options.Iterations, progress);
        var proposer = new Proposer(space, sampler, repair, ledger);
        var runner = new RungRunner(study, evaluator, board);
        var slots = new List<TrialSlot>();
        var survival = new List<RungSurvival>();
        var best = double.NaN;
        var iteration = 0;
        var endedEarly = false;
        while (iteration < options.Iterations && !endedEarly)
        {
            foreach (var bracket in Plan.Brackets)
            {
                cancellationToken.ThrowIfCancellationRequested();
                var entering = proposer.Propose(slots, iteration, bracket);
                slots.AddRange(entering);
                survival.AddRange(runner.Run(entering, bracket, cancellationToken));
            }

            iteration++;
            var reached = slots.Where(s => s.State == TrialState.Complete).Max(s => s.Value) ?? double.NaN;
            endedEarly = iteration < options.Iterations && ImprovedTooLittle(best, reached);
            best = reached;
        }

        ledger.RequireNothingBeyond(slots.Count);
        var lowestStep = HyperbandRung.StepOf(Plan.LowestResource);
        return new HyperbandOutcome(Plan, [.. slots.Select(s => Describe(s, lowestStep))], survival, iteration, endedEarly);
    }

    private static TrialOutcome Describe(TrialSlot slot, int lowestStep) => new(
        slot.Number,
        slot.Iteration,
        slot.Bracket,
        slot.Parameters,
        slot.State,
        slot.Value,
        slot.Rungs,
        slot.Intermediates.TryGetValue(lowestStep, out var value) && !double.IsNaN(value) ? value : null,
        slot.DuplicateOf,
        slot.AllAttributes(),
        slot.Failure);

    // NaN marks that there is no value yet: the first iteration, or none reached R.
    private bool ImprovedTooLittle(double before, double now)
    {
        if (double.IsNaN(before) || options.MinimumImprovement == 0)
        {
            return false;
        }

        return !(now - before >= options.MinimumImprovement * Math.Abs(before));
    }
}
