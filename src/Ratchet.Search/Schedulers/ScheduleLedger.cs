using Ratchet.Search.Studies;

namespace Ratchet.Search.Schedulers;

/// <summary>Compares the schedule with what the study holds already and creates the trials that it does not.</summary>
internal sealed class ScheduleLedger(Study study)
{
    private const string Remedy = "Continue with the former settings or start a new study.";
    private readonly IReadOnlyList<Trial> stored = study.Trials;

    public void PinPlan(HyperbandPlan plan)
    {
        if (stored.Count > 0 && !study.UserAttributes.ContainsKey(TrialAttributes.Plan))
        {
            throw new StudyMismatchException($"Study '{study.Name}' holds {stored.Count} trials, but no Hyperband search has written them.");
        }

        study.Pin(TrialAttributes.Plan, $"R={plan.MaximumResource} eta={plan.Eta}");
    }

    public void MatchOrCreate(IReadOnlyList<TrialSlot> slots)
    {
        var missing = new List<TrialSlot>();
        foreach (var slot in slots)
        {
            if (slot.Number < stored.Count)
            {
                Compare(slot, stored[slot.Number]);
                Restore(slot, stored[slot.Number]);
            }
            else
            {
                missing.Add(slot);
            }
        }

        if (missing.Count == 0)
        {
            return;
        }

        var numbers = study.CreateTrials(missing.ConvertAll(
            s => new TrialDraft(TrialParameter.From(s.Parameters)) { UserAttributes = s.AllAttributes() }));
        for (var i = 0; i < missing.Count; i++)
        {
            if (numbers[i] != missing[i].Number)
            {
                throw new StudyMismatchException(
                    $"Study '{study.Name}' gave trial {missing[i].Number} the number {numbers[i]}: another search is writing to the same study.");
            }
        }
    }

    public void RequireNothingBeyond(int count)
    {
        if (stored.Count > count)
        {
            throw new StudyMismatchException(
                $"Study '{study.Name}' holds {stored.Count} trials, but these settings end after {count}: "
                + $"it was made with more iterations or a smaller minimum improvement. {Remedy}");
        }
    }

    private static void Restore(TrialSlot slot, Trial trial)
    {
        slot.Stored = trial;
        foreach (var (step, value) in trial.IntermediateValues)
        {
            slot.Intermediates[step] = value;
        }

        foreach (var (name, value) in trial.UserAttributes)
        {
            if (!TrialAttributes.IsReserved(name))
            {
                slot.Attributes[name] = value;
            }
        }
    }

    private void Compare(TrialSlot slot, Trial trial)
    {
        var expected = TrialParameter.From(slot.Parameters);
        var byName = trial.Parameters.ToDictionary(p => p.Name, StringComparer.Ordinal);
        foreach (var parameter in expected)
        {
            if (!byName.Remove(parameter.Name, out var old))
            {
                throw Mismatch(slot, $"has no parameter '{parameter.Name}'");
            }

            if (!old.Distribution.Equals(parameter.Distribution))
            {
                throw Mismatch(slot, $"drew '{parameter.Name}' from {old.Distribution}, now it is {parameter.Distribution}");
            }

            if (!old.Value.Equals(parameter.Value))
            {
                throw Mismatch(slot, $"has {parameter.Name} = {old.Value}, now it would be {parameter.Value}");
            }
        }

        if (byName.Count > 0)
        {
            throw Mismatch(slot, $"has a parameter '{byName.Keys.Order(StringComparer.Ordinal).First()}' that is not in the space");
        }

        foreach (var (name, value) in slot.OwnAttributes)
        {
            var old = trial.UserAttributes.GetValueOrDefault(name);
            if (!string.Equals(old, value, StringComparison.Ordinal))
            {
                throw Mismatch(slot, $"has {name} = {old ?? "nothing"}, now it would be {value}");
            }
        }
    }

    private StudyMismatchException Mismatch(TrialSlot slot, string difference) =>
        new($"Trial {slot.Number} of study '{study.Name}' {difference}: the settings have changed. {Remedy}");
}
