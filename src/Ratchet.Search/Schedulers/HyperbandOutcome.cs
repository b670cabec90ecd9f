using Ratchet.Search.Studies;

namespace Ratchet.Search.Schedulers;

/// <summary>The result of a Hyperband search. It is the same whether the search ran through or was stopped and continued any number of times.</summary>
public sealed record HyperbandOutcome
{
    internal HyperbandOutcome(HyperbandPlan plan, IReadOnlyList<TrialOutcome> trials, IReadOnlyList<RungSurvival> survival, int iterations, bool endedEarly)
    {
        Plan = plan;
        Trials = trials;
        Survival = survival;
        Iterations = iterations;
        EndedEarly = endedEarly;
        Ranking = Ordered(trials.Where(t => t.State == TrialState.Complete), t => t.Value!.Value);
    }

    /// <summary>The table of brackets and rungs.</summary>
    public HyperbandPlan Plan { get; }

    /// <summary>All trials in the order of their numbers.</summary>
    public IReadOnlyList<TrialOutcome> Trials { get; }

    /// <summary>The trials that reached R, best first, the lower number first among equals. May hold equal configurations; see <see cref="TrialOutcome.DuplicateOf"/>.</summary>
    public IReadOnlyList<TrialOutcome> Ranking { get; }

    /// <summary>What entered and left each rung, in the order in which the rungs ran.</summary>
    public IReadOnlyList<RungSurvival> Survival { get; }

    /// <summary>How many iterations were run.</summary>
    public int Iterations { get; }

    /// <summary>Whether the search ended since an iteration improved too little.</summary>
    public bool EndedEarly { get; }

    /// <summary>The best trial, or null if none reached R.</summary>
    public TrialOutcome? Best => Ranking.Count == 0 ? null : Ranking[0];

    /// <summary>Trials of distinct configurations whose value at the lowest resource is unknown, so that they cannot be ranked there.</summary>
    public int LowestFidelityMissing => Trials.Count(t => t.DuplicateOf is null && t.LowestFidelityValue is null);

    /// <summary>
    /// The plain baseline beside Hyperband: the distinct configurations ranked by their value at the plan's lowest resource. Evaluating
    /// these in full costs less bookkeeping than brackets; a report shows which choice was better.
    /// </summary>
    /// <param name="k">How many, at least 1; fewer come back where fewer are known.</param>
    /// <returns>Best first, the lower number first among equals.</returns>
    public IReadOnlyList<TrialOutcome> LowestFidelityRanking(int k)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(k, 1);
        var known = Trials.Where(t => t.DuplicateOf is null && t.LowestFidelityValue is not null);
        return [.. Ordered(known, t => t.LowestFidelityValue!.Value).Take(k)];
    }

    private static TrialOutcome[] Ordered(IEnumerable<TrialOutcome> trials, Func<TrialOutcome, double> value) =>
        [.. trials.OrderByDescending(value).ThenBy(t => t.Number)];
}
