using Ratchet.Search.Studies;

namespace Ratchet.Search.Schedulers;

/// <summary>Takes the trials of a bracket through its rungs.</summary>
internal sealed class RungRunner(Study study, IRungEvaluator evaluator, ProgressBoard board)
{
    /// <summary>Which trial was evaluated for a configuration at a step.</summary>
    private readonly Dictionary<(string Key, int Step), TrialSlot> owners = [];

    public IReadOnlyList<RungSurvival> Run(IReadOnlyList<TrialSlot> entering, HyperbandBracket bracket, CancellationToken cancellationToken)
    {
        var survival = new List<RungSurvival>(bracket.Rungs.Count);
        var alive = entering;
        foreach (var rung in bracket.Rungs)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var isLast = rung.Index == bracket.Rungs.Count - 1;
            var reused = Fill(alive, rung, isLast, cancellationToken);
            var ranked = alive.Where(s => s.Failure is null).OrderByDescending(s => s.ValueAt(rung)).ThenBy(s => s.Number).ToList();
            var promoted = isLast ? ranked.Count : Math.Min(rung.Keep, ranked.Count);
            survival.Add(new RungSurvival(
                entering[0].Iteration,
                bracket.Number,
                rung.Index,
                rung.Resource,
                alive.Count,
                reused,
                alive.Count - ranked.Count,
                promoted,
                ranked.Count == 0 ? double.NaN : ranked[0].ValueAt(rung)));
            if (!isLast)
            {
                Prune(ranked[promoted..], rung);
            }

            var staying = isLast ? [] : ranked.Take(promoted).OrderBy(s => s.Number).ToList();
            foreach (var slot in alive.Except(staying))
            {
                board.Finished();
                if (slot.Requested)
                {
                    evaluator.Release(slot.Number);
                }
            }

            board.Report();
            alive = staying;
        }

        return survival;
    }

    private int Fill(IReadOnlyList<TrialSlot> alive, HyperbandRung rung, bool isLast, CancellationToken cancellationToken)
    {
        var session = new RungSession(study, board, rung, isLast);
        var asking = new List<TrialSlot>();
        var copying = new List<TrialSlot>();
        foreach (var slot in alive)
        {
            var place = (slot.Parameters.Key, rung.Step);
            var owned = owners.TryAdd(place, slot);
            if (!owned)
            {
                copying.Add(slot);
            }

            if (session.TryReplay(slot))
            {
                slot.EvaluatedResource = owned ? rung.Resource : slot.EvaluatedResource;
            }
            else if (owned)
            {
                asking.Add(slot);
            }
        }

        if (asking.Count > 0)
        {
            session.Evaluate(asking, evaluator, cancellationToken);
        }

        foreach (var slot in copying)
        {
            if (!session.IsDone(slot))
            {
                session.Copy(owners[(slot.Parameters.Key, rung.Step)], slot);
            }
        }

        return copying.Count;
    }

    private void Prune(IReadOnlyList<TrialSlot> losers, HyperbandRung rung)
    {
        var updates = new List<TrialUpdate>();
        foreach (var slot in losers.OrderBy(s => s.Number))
        {
            slot.Finish(TrialState.Pruned);
            if (slot.Stored is { } stored
                && (stored.State is TrialState.Complete or TrialState.Fail || stored.IntermediateValues.Keys.Any(step => step > rung.Step)))
            {
                throw new StudyMismatchException(
                    $"Trial {slot.Number} of study '{study.Name}' is stored as {stored.State} beyond resource {rung.Resource}, but this schedule prunes it there.");
            }

            if (slot.Stored?.State != TrialState.Pruned)
            {
                updates.Add(new TrialUpdate(slot.Number) { State = TrialState.Pruned, Values = [slot.Value!.Value] });
            }
        }

        if (updates.Count > 0)
        {
            study.UpdateTrials(updates);
        }
    }
}
