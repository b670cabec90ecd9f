namespace Ratchet.Adaptation.Bandits;

/// <summary>How an arm is chosen from what is known of all. Values are stored: none changes its number.</summary>
public enum BanditPolicy
{
    /// <summary>The best arm, and with probability epsilon any allowed arm (Sutton and Barto, 2018, 2.2).</summary>
    EpsilonGreedy = 0,

    /// <summary>Each arm with the probability that it is the best, its mean being normal (Thompson, 1933).</summary>
    Thompson = 1,

    /// <summary>The largest upper bound that uses the arm's variance (Auer, Cesa-Bianchi and Fischer, 2002, UCB1-tuned).</summary>
    Ucb1Tuned = 2,

    /// <summary>The largest upper bound over discounted rewards (Garivier and Moulines, 2011); the bound is scaled by the deviation in place of the range.</summary>
    DiscountedUcb = 3,

    /// <summary>Exponential weights with sharing, which follows a best arm that changes (Auer, Cesa-Bianchi, Freund and Schapire, 2002, EXP3.S).</summary>
    Exp3S = 4,

    /// <summary>Probabilities proportional to exp(estimate / temperature).</summary>
    Softmax = 5,
}
