namespace Ratchet.Search.Schedulers;

/// <summary>Counts what a search has done and reports it. Called by one thread at a time.</summary>
internal sealed class ProgressBoard
{
    private readonly IProgress<SearchProgress>? sink;
    private readonly RungProgress[] rungs;
    private readonly int trialsTotal;
    private readonly int evaluationsTotal;
    private int trialsFinished;
    private int evaluationsDone;
    private int? bestTrial;
    private double bestValue = double.NaN;
    private double bestResource;

    public ProgressBoard(HyperbandPlan plan, int iterations, IProgress<SearchProgress>? sink)
    {
        this.sink = sink;
        trialsTotal = plan.Configurations * iterations;
        evaluationsTotal = plan.Evaluations * iterations;
        rungs =
        [
            .. from iteration in Enumerable.Range(0, iterations)
               from bracket in plan.Brackets
               from rung in bracket.Rungs
               select new RungProgress(iteration, bracket.Number, rung.Index, rung.Resource, 0, rung.Count),
        ];
    }

    public void Evaluated(TrialSlot slot, HyperbandRung rung)
    {
        evaluationsDone++;
        var index = Array.FindIndex(rungs, r => r.Iteration == slot.Iteration && r.Bracket == slot.Bracket && r.Rung == rung.Index);
        rungs[index] = rungs[index] with { Done = rungs[index].Done + 1 };
        if (slot.Failure is not null)
        {
            return;
        }

        var value = slot.ValueAt(rung);
        if (rung.Resource > bestResource || bestTrial is null
            || (rung.Resource == bestResource && (value > bestValue || (value == bestValue && slot.Number < bestTrial))))
        {
            (bestTrial, bestValue, bestResource) = (slot.Number, value, rung.Resource);
        }
    }

    public void Finished() => trialsFinished++;

    public void Report() => sink?.Report(new SearchProgress(
        [.. rungs], trialsFinished, trialsTotal, evaluationsDone, evaluationsTotal, bestTrial, bestValue, bestResource));
}
