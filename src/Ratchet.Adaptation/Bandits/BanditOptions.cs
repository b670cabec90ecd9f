namespace Ratchet.Adaptation.Bandits;

/// <summary>How arms are chosen and how rewards are learned.</summary>
public sealed record BanditOptions
{
    /// <summary>The policy. Default epsilon-greedy.</summary>
    public BanditPolicy Policy { get; init; } = BanditPolicy.EpsilonGreedy;

    /// <summary>The probability of a choice at random. Default 0.10, in [0, 1].</summary>
    public double Epsilon { get; init; } = 0.10;

    /// <summary>After how many choices in a context epsilon has halved; 0 is no decay. Default 0, from 0.</summary>
    public double EpsilonHalfLife { get; init; }

    /// <summary>Where decay ends. Default 0.01, in [0, 1]; not used without decay.</summary>
    public double EpsilonFloor { get; init; } = 0.01;

    /// <summary>The least step towards a reward; it remembers (2 - alpha) / alpha trades. 0 is the plain average. Default 0.20, in [0, 1].</summary>
    public double Alpha { get; init; } = 0.20;

    /// <summary>Whether estimates start from the profile's expectancy with its partial targets; else from 0. Default true.</summary>
    public bool PriorFromExpectancy { get; init; } = true;

    /// <summary>How many trades the start is worth: the step is max(alpha, 1 / (n + this)), n counting the reward that is learned. Default 10, from 0.</summary>
    public double PriorTrades { get; init; } = 10;

    /// <summary>The deviation of a reward before any is known, worth as many trades. Default 1.5, above 0.</summary>
    public double PriorDeviation { get; init; } = 1.5;

    /// <summary>Whether cells share across symbols and regimes; see <see cref="BanditTable"/>. Default true.</summary>
    public bool Pooling { get; init; } = true;

    /// <summary>How many trades what others say is worth at most. Default 20, above 0.</summary>
    public double PoolingStrength { get; init; } = 20;

    /// <summary>The least step of the shared levels; they see more trades, so they may remember longer. Default 0.02, in [0, 1].</summary>
    public double PooledAlpha { get; init; } = 0.02;

    /// <summary>Whether the reward is R per hour held, in place of R per trade. Default false.</summary>
    public bool RewardPerHour { get; init; }

    /// <summary>The least hours a trade counts as held, so that a trade of minutes is no fortune. Default 1, above 0.</summary>
    public double MinimumHours { get; init; } = 1;

    /// <summary>Rewards below are raised to this. Default -2, below <see cref="ClipHigh"/>.</summary>
    public double ClipLow { get; init; } = -2;

    /// <summary>Rewards above are lowered to this. Default 7, the widest profile's reward and a little.</summary>
    public double ClipHigh { get; init; } = 7;

    /// <summary>The weight of the reward of a simulated choice against that of a real one; 0 does not learn from them. Default 1, in [0, 1].</summary>
    public double ShadowWeight { get; init; } = 1;

    /// <summary>Whether memory is shortened where rewards break (Page, 1954; Hinkley, 1971): a break of one arm counts for every arm of its context. Default false.</summary>
    public bool DetectChanges { get; init; }

    /// <summary>Drifts below this many deviations are no break. Default 0.25, from 0.</summary>
    public double ChangeTolerance { get; init; } = 0.25;

    /// <summary>How many deviations of evidence make a break. Default 12, above 0.</summary>
    public double ChangeThreshold { get; init; } = 12;

    /// <summary>How many trades the estimate at a break is worth. Default 2, from 0.</summary>
    public double TradesAfterBreak { get; init; } = 2;

    /// <summary>The temperature of softmax, in units of reward. Default 0.2, above 0.</summary>
    public double Temperature { get; init; } = 0.2;

    /// <summary>How much of the discounted policy's memory is left a trade later. Default 0.98, in (0, 1].</summary>
    public double Discount { get; init; } = 0.98;

    /// <summary>How wide the discounted bound is: mean + sqrt(this variance ln(N) / n). Default 0.5, from 0.</summary>
    public double DiscountedWidth { get; init; } = 0.5;

    /// <summary>The share of EXP3.S that is uniform. Default 0.1, in (0, 1].</summary>
    public double ExponentialShare { get; init; } = 0.1;

    /// <summary>How much weight EXP3.S shares between arms a trade. Default 0.001, in [0, 1].</summary>
    public double ExponentialSharing { get; init; } = 0.001;

    /// <summary>Checks every value.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A value is outside its range.</exception>
    public void Validate()
    {
        Require(Enum.IsDefined(Policy), nameof(Policy), (double)Policy, "one of the policies");
        Require(Epsilon is >= 0 and <= 1, nameof(Epsilon), Epsilon, "in [0, 1]");
        Require(EpsilonHalfLife >= 0 && double.IsFinite(EpsilonHalfLife), nameof(EpsilonHalfLife), EpsilonHalfLife, "finite and not below 0");
        Require(EpsilonFloor is >= 0 and <= 1, nameof(EpsilonFloor), EpsilonFloor, "in [0, 1]");
        Require(Alpha is >= 0 and <= 1, nameof(Alpha), Alpha, "in [0, 1]");
        Require(PriorTrades is >= 0 and <= 1e6, nameof(PriorTrades), PriorTrades, "in [0, 1000000]");
        Require(PriorDeviation > 0 && double.IsFinite(PriorDeviation), nameof(PriorDeviation), PriorDeviation, "finite and above 0");
        Require(PoolingStrength is > 0 and <= 1e6, nameof(PoolingStrength), PoolingStrength, "in (0, 1000000]");
        Require(PooledAlpha is >= 0 and <= 1, nameof(PooledAlpha), PooledAlpha, "in [0, 1]");
        Require(MinimumHours > 0 && double.IsFinite(MinimumHours), nameof(MinimumHours), MinimumHours, "finite and above 0");
        Require(double.IsFinite(ClipLow) && ClipLow < ClipHigh, nameof(ClipLow), ClipLow, $"finite and below ClipHigh, {ClipHigh}");
        Require(double.IsFinite(ClipHigh), nameof(ClipHigh), ClipHigh, "finite");
        Require(ShadowWeight is >= 0 and <= 1, nameof(ShadowWeight), ShadowWeight, "in [0, 1]");
        Require(ChangeTolerance >= 0 && double.IsFinite(ChangeTolerance), nameof(ChangeTolerance), ChangeTolerance, "finite and not below 0");
        Require(ChangeThreshold > 0 && double.IsFinite(ChangeThreshold), nameof(ChangeThreshold), ChangeThreshold, "finite and above 0");
        Require(TradesAfterBreak is >= 0 and <= 1e6, nameof(TradesAfterBreak), TradesAfterBreak, "in [0, 1000000]");
        Require(Temperature > 0 && double.IsFinite(Temperature), nameof(Temperature), Temperature, "finite and above 0");
        Require(Discount is > 0 and <= 1, nameof(Discount), Discount, "in (0, 1]");
        Require(DiscountedWidth >= 0 && double.IsFinite(DiscountedWidth), nameof(DiscountedWidth), DiscountedWidth, "finite and not below 0");
        Require(ExponentialShare is > 0 and <= 1, nameof(ExponentialShare), ExponentialShare, "in (0, 1]");
        Require(ExponentialSharing is >= 0 and <= 1, nameof(ExponentialSharing), ExponentialSharing, "in [0, 1]");
    }

    private static void Require(bool holds, string field, double value, string range)
    {
        if (!holds)
        {
            throw new ArgumentOutOfRangeException(field, value, $"{field} must be {range}.");
        }
    }
}
