using Ratchet.Search.Samplers;
using Ratchet.Search.Spaces;

namespace Ratchet.Search.Schedulers;

/// <summary>Draws the configurations of a bracket, repairs them, marks repetitions and creates the trials.</summary>
internal sealed class Proposer(SearchSpace space, ISampler sampler, Func<ParameterSet, RepairOutcome>? repair, ScheduleLedger ledger)
{
    private readonly Dictionary<string, int> firstByKey = new(StringComparer.Ordinal);

    public IReadOnlyList<TrialSlot> Propose(IReadOnlyList<TrialSlot> earlier, int iteration, HyperbandBracket bracket)
    {
        var history = earlier.Select(s => s.ToTrial()).ToList();
        var slots = new List<TrialSlot>(bracket.Configurations);
        for (var i = 0; i < bracket.Configurations; i++)
        {
            var number = earlier.Count + i;
            var proposal = sampler.Propose(space, number, history.AsReadOnly());
            RequireSpace(proposal, nameof(sampler));
            var outcome = repair?.Invoke(proposal) ?? RepairOutcome.Unchanged(proposal);
            RequireSpace(outcome.Parameters, nameof(repair));
            var slot = new TrialSlot(number, iteration, bracket.Number, outcome.Parameters);
            if (outcome.Changes.Count > 0)
            {
                slot.OwnAttributes[TrialAttributes.Repaired] = string.Join("; ", outcome.Changes);
            }

            if (!firstByKey.TryAdd(outcome.Parameters.Key, number))
            {
                slot.DuplicateOf = firstByKey[outcome.Parameters.Key];
                slot.OwnAttributes[TrialAttributes.DuplicateOf] = $"{slot.DuplicateOf}";
            }

            slots.Add(slot);
            history.Add(slot.ToTrial());
        }

        ledger.MatchOrCreate(slots);
        return slots;
    }

    private void RequireSpace(ParameterSet parameters, string source)
    {
        if (!ReferenceEquals(parameters.Space, space))
        {
            throw new InvalidOperationException($"The {source} returned a configuration of another search space.");
        }
    }
}
