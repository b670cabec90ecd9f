using System.Runtime.ExceptionServices;
using Ratchet.Search.Studies;

namespace Ratchet.Search.Schedulers;

/// <summary>One rung while it is filled: from the storage, by the evaluator and by copies. Takes results from any thread.</summary>
internal sealed class RungSession(Study study, ProgressBoard board, HyperbandRung rung, bool isLast)
{
    private readonly Lock gate = new();
    private readonly Dictionary<int, TrialSlot> open = [];
    private readonly HashSet<int> done = [];
    private ExceptionDispatchInfo? fault;

    public bool IsDone(TrialSlot slot) => done.Contains(slot.Number);

    /// <summary>Takes the result from what the storage held; false if it held none.</summary>
    public bool TryReplay(TrialSlot slot)
    {
        if (slot.Stored is not { } stored)
        {
            return false;
        }

        if (stored.IntermediateValues.TryGetValue(rung.Step, out var value))
        {
            slot.Pass(rung, value);
            if (isLast)
            {
                RequireState(stored, TrialState.Complete);
                slot.Finish(TrialState.Complete);
            }
        }
        else if (stored.State == TrialState.Fail)
        {
            slot.Fail(stored.UserAttributes.GetValueOrDefault(TrialAttributes.Failure, "unknown"));
        }
        else if (stored.State.IsFinished())
        {
            throw new StudyMismatchException(
                $"Trial {stored.Number} of study '{study.Name}' is stored as {stored.State}, but this schedule evaluates it at resource {rung.Resource}.");
        }
        else
        {
            return false;
        }

        done.Add(slot.Number);
        board.Evaluated(slot, rung);
        return true;
    }

    public void Evaluate(IReadOnlyList<TrialSlot> slots, IRungEvaluator evaluator, CancellationToken cancellationToken)
    {
        var requests = new RungRequest[slots.Count];
        for (var i = 0; i < requests.Length; i++)
        {
            var slot = slots[i];
            slot.Requested = true;
            open.Add(slot.Number, slot);
            requests[i] = new RungRequest(slot.Number, slot.Parameters, slot.Bracket, rung.Index, slot.EvaluatedResource, rung.Resource);
        }

        int[] missing;
        try
        {
            evaluator.Evaluate(requests, Tell, cancellationToken);
        }
        catch (Exception) when (fault is not null)
        {
            fault.Throw();
            throw;
        }
        finally
        {
            lock (gate)
            {
                missing = [.. open.Keys.Order()];
                open.Clear();
            }
        }

        fault?.Throw();
        if (missing.Length > 0)
        {
            cancellationToken.ThrowIfCancellationRequested();
            throw new InvalidOperationException($"The evaluator returned without telling trial {string.Join(", ", missing)}.");
        }
    }

    /// <summary>Gives a trial the result of the trial that was evaluated for the same configuration at this rung's resource.</summary>
    public void Copy(TrialSlot owner, TrialSlot slot)
    {
        var intermediates = owner.Intermediates.Where(p => p.Key < rung.Step).Select(p => ((double)p.Key, p.Value)).ToList();
        var value = owner.Intermediates.GetValueOrDefault(rung.Step, double.NaN);
        var failure = double.IsNaN(value) ? owner.Failure : null;
        Commit(slot, new RungResult(slot.Number, rung.Resource, value, intermediates, owner.Attributes, failure));
    }

    private void Tell(RungResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        lock (gate)
        {
            try
            {
                if (!open.TryGetValue(result.TrialNumber, out var slot))
                {
                    throw new InvalidOperationException($"Trial {result.TrialNumber} was not requested, or was told before.");
                }

                Check(result);
                Commit(slot, result);
                slot.EvaluatedResource = rung.Resource;
                open.Remove(result.TrialNumber);
                board.Report();
            }
            catch (Exception exception)
            {
                fault ??= ExceptionDispatchInfo.Capture(exception);
                throw;
            }
        }
    }

    private void Check(RungResult result)
    {
        if (result.Resource != rung.Resource)
        {
            throw new InvalidOperationException($"Trial {result.TrialNumber} was told at resource {result.Resource}, but {rung.Resource} was requested.");
        }

        if (double.IsNaN(result.Value) && result.Failure is null)
        {
            throw new InvalidOperationException($"The value of trial {result.TrialNumber} is NaN without a failure.");
        }

        foreach (var (resource, _) in result.Intermediates)
        {
            if (!(resource >= 0) || HyperbandRung.StepOf(resource) >= rung.Step)
            {
                throw new InvalidOperationException(
                    $"An intermediate value of trial {result.TrialNumber} is at resource {resource}; it must round to a step of 0 to {rung.Step - 1}.");
            }
        }

        foreach (var name in result.Attributes.Keys)
        {
            if (TrialAttributes.IsReserved(name))
            {
                throw new InvalidOperationException($"Trial {result.TrialNumber} was told with the attribute '{name}', which belongs to the scheduler.");
            }
        }
    }

    // The storage first: what the slot shows is committed. Adding 0.0 turns negative zero into zero, which is what storages give back.
    private void Commit(TrialSlot slot, RungResult result)
    {
        var added = new SortedDictionary<int, double>();
        foreach (var (resource, value) in result.Intermediates)
        {
            if (!slot.Intermediates.ContainsKey(HyperbandRung.StepOf(resource)))
            {
                added.TryAdd(HyperbandRung.StepOf(resource), value + 0.0);
            }
        }

        var attributes = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in result.Attributes)
        {
            attributes.Add(name, value);
        }

        var final = result.Value + 0.0;
        var all = new SortedDictionary<int, double>(added);
        var texts = new SortedDictionary<string, string>(attributes, StringComparer.Ordinal);
        if (result.Failure is { } failure)
        {
            texts[TrialAttributes.Failure] = failure;
        }
        else
        {
            all[rung.Step] = final;
        }

        study.UpdateTrials([new TrialUpdate(slot.Number)
        {
            IntermediateValues = all,
            UserAttributes = texts,
            State = result.Failure is not null ? TrialState.Fail : isLast ? TrialState.Complete : null,
            Values = result.Failure is null && isLast ? [final] : [],
        }]);
        foreach (var (step, value) in added)
        {
            slot.Intermediates[step] = value;
        }

        foreach (var (name, value) in attributes)
        {
            slot.Attributes[name] = value;
        }

        Apply(slot, result.Failure, final);
    }

    private void Apply(TrialSlot slot, string? failure, double value)
    {
        if (failure is not null)
        {
            slot.Fail(failure);
        }
        else
        {
            slot.Pass(rung, value);
            if (isLast)
            {
                slot.Finish(TrialState.Complete);
            }
        }

        done.Add(slot.Number);
        board.Evaluated(slot, rung);
    }

    private void RequireState(Trial stored, TrialState state)
    {
        if (stored.State != state)
        {
            throw new StudyMismatchException(
                $"Trial {stored.Number} of study '{study.Name}' is stored as {stored.State}, but this schedule makes it {state}.");
        }
    }
}
