namespace Ratchet.Search.Schedulers;

/// <summary>How far a search is.</summary>
/// <param name="Rungs">Every rung of every bracket of every planned iteration, in order.</param>
/// <param name="TrialsFinished">Trials that are complete, pruned or failed.</param>
/// <param name="TrialsTotal">Planned trials; fewer are run if the search ends early.</param>
/// <param name="EvaluationsDone">Results so far, including those read back or reused.</param>
/// <param name="EvaluationsTotal">Planned evaluations.</param>
/// <param name="BestTrial">The trial with the best value at the largest resource that any trial has reached, or null.</param>
/// <param name="BestValue">Its value there; NaN without a best trial.</param>
/// <param name="BestResource">That resource; values at different resources are not compared.</param>
public sealed record SearchProgress(
    IReadOnlyList<RungProgress> Rungs,
    int TrialsFinished,
    int TrialsTotal,
    int EvaluationsDone,
    int EvaluationsTotal,
    int? BestTrial,
    double BestValue,
    double BestResource);
