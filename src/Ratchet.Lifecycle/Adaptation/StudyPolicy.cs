using Ratchet.Adaptation.Bandits;
using Ratchet.Adaptation.Selection;

namespace Ratchet.Lifecycle.Adaptation;

/// <summary>A way for the selector to learn that a study compares.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Options">The selector; its seed is replaced by each run's own.</param>
/// <param name="FullInformation">Whether it learns from the profiles it did not choose too.</param>
/// <param name="Draws">Whether its choices depend on the seed.</param>
public sealed record StudyPolicy(string Name, SelectorOptions Options, bool FullInformation, bool Draws)
{
    /// <summary>A cost share that refuses nothing that is traded.</summary>
    internal const double NoCostRule = 10;

    /// <summary>Every policy with and without pooling and full information, and the plain bandit without prior, pooling and full information.</summary>
    public static IReadOnlyList<StudyPolicy> All { get; } =
    [
        .. from policy in new[] { BanditPolicy.EpsilonGreedy, BanditPolicy.Thompson, BanditPolicy.Ucb1Tuned, BanditPolicy.DiscountedUcb, BanditPolicy.Exp3S }
           from full in new[] { true, false }
           from pooling in new[] { true, false }
           select Of(policy, pooling, full),
        new(
            "epsilon-greedy from zero",
            new() { Bandit = new() { PriorFromExpectancy = false, PriorTrades = 0, Pooling = false }, MaximumCostShare = NoCostRule },
            false,
            true),
    ];

    /// <summary>The product's defaults but for the cost rule: epsilon-greedy, pooled, with full information.</summary>
    public static StudyPolicy Standard => All[0];

    private static StudyPolicy Of(BanditPolicy policy, bool pooling, bool full) => new(
        policy switch
        {
            BanditPolicy.EpsilonGreedy => "epsilon-greedy",
            BanditPolicy.Thompson => "Thompson",
            BanditPolicy.Ucb1Tuned => "UCB1-tuned",
            BanditPolicy.DiscountedUcb => "discounted UCB",
            _ => "EXP3.S",
        },
        new() { Bandit = new() { Policy = policy, Pooling = pooling }, MaximumCostShare = NoCostRule },
        full,
        policy is not (BanditPolicy.Ucb1Tuned or BanditPolicy.DiscountedUcb));
}
