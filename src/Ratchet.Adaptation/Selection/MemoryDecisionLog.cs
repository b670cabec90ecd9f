namespace Ratchet.Adaptation.Selection;

/// <summary>Keeps decisions in memory, by number. Grows without bound: for simulations, tests and short runs.</summary>
public sealed class MemoryDecisionLog : IDecisionLog
{
    private readonly SortedDictionary<long, LoggedDecision> decisions = [];

    /// <summary>Every decision, by number.</summary>
    public IReadOnlyCollection<LoggedDecision> Decisions => decisions.Values;

    /// <inheritdoc/>
    public void Chosen(in DecisionContext context, ReadOnlySpan<double> probabilities, ReadOnlySpan<double> values) =>
        decisions[context.Decision] = new() { Context = context, Probabilities = probabilities.ToArray(), Values = values.ToArray() };

    /// <inheritdoc/>
    public void Rewarded(in DecisionReward reward)
    {
        if (decisions.TryGetValue(reward.Decision, out var decision))
        {
            decisions[reward.Decision] = reward.IsReal ? decision with { Reward = reward } : decision with { Simulated = [.. decision.Simulated, reward] };
        }
    }
}
