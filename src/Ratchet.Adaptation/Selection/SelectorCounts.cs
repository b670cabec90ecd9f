namespace Ratchet.Adaptation.Selection;

/// <summary>How often the selector did what.</summary>
/// <param name="Decisions">All decisions.</param>
/// <param name="Chosen">Those that the policy chose.</param>
/// <param name="Explored">Those of them where another profile had the largest estimate.</param>
/// <param name="Refused">Those without a new position.</param>
/// <param name="Rewards">Rewards of real choices that were learned.</param>
/// <param name="ShadowRewards">Rewards of simulated choices that were learned.</param>
/// <param name="Lost">Rewards that found no decision.</param>
public readonly record struct SelectorCounts(long Decisions, long Chosen, long Explored, long Refused, long Rewards, long ShadowRewards, long Lost)
{
    /// <summary>The share of the policy's choices that explored; NaN before the first.</summary>
    public double ExplorationRate => Chosen == 0 ? double.NaN : (double)Explored / Chosen;
}
