using Ratchet.Adaptation.Bandits;
using Ratchet.Trading.Profiles;

namespace Ratchet.Adaptation.Selection;

/// <summary>How profiles are selected.</summary>
public sealed record SelectorOptions
{
    /// <summary>Whether it selects; else every signal gets the default profile. Default true.</summary>
    public bool Enabled { get; init; } = true;

    /// <summary>The profile of a disabled selector, and the winner of ties. Default <c>ultra_aggressive</c>.</summary>
    public string DefaultProfile { get; init; } = TradeProfiles.DefaultName;

    /// <summary>How arms are chosen and learned.</summary>
    public BanditOptions Bandit { get; init; } = new();

    /// <summary>What is done in ILLIQUID and UNKNOWN. Default no new position.</summary>
    public UnsafeRegimeRule UnsafeRegimes { get; init; } = UnsafeRegimeRule.NoPosition;

    /// <summary>The profile of <see cref="UnsafeRegimeRule.DefensiveReduced"/>. Default <c>defensive</c>.</summary>
    public string DefensiveProfile { get; init; } = "defensive";

    /// <summary>The size factor of <see cref="UnsafeRegimeRule.DefensiveReduced"/>. Default 0.5, in (0, 1].</summary>
    public double ReducedSize { get; init; } = 0.5;

    /// <summary>A profile is refused while a round trip costs more than this share of its stop distance. Default 0.20, in (0, 10].</summary>
    public double MaximumCostShare { get; init; } = 0.20;

    /// <summary>How many decisions can wait for a reward; the oldest is forgotten first. Default 1,024, from 1 to 1,000,000.</summary>
    public int PendingDecisions { get; init; } = 1024;

    /// <summary>Names the random choices. Default 1.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>Checks every value against the profiles it will be used with.</summary>
    /// <param name="profiles">The profiles; valid.</param>
    /// <exception cref="ArgumentException">A value is outside its range, or a name is none of the profiles'.</exception>
    public void Validate(IReadOnlyList<TradeProfile> profiles)
    {
        Bandit.Validate();
        Named(profiles, DefaultProfile, nameof(DefaultProfile));
        if (UnsafeRegimes == UnsafeRegimeRule.DefensiveReduced)
        {
            Named(profiles, DefensiveProfile, nameof(DefensiveProfile));
        }

        Require(ReducedSize is > 0 and <= 1, nameof(ReducedSize), ReducedSize, "in (0, 1]");
        Require(MaximumCostShare is > 0 and <= 10, nameof(MaximumCostShare), MaximumCostShare, "in (0, 10]");
        Require(PendingDecisions is >= 1 and <= 1_000_000, nameof(PendingDecisions), PendingDecisions, "from 1 to 1000000");
    }

    private static void Require(bool holds, string field, double value, string range)
    {
        if (!holds)
        {
            throw new ArgumentOutOfRangeException(field, value, $"{field} must be {range}.");
        }
    }

    private static void Named(IReadOnlyList<TradeProfile> profiles, string name, string field)
    {
        if (TradeProfiles.IndexOf(profiles, name) < 0)
        {
            throw new ArgumentException($"{field} is '{name}'; it must be one of {string.Join(", ", profiles.Select(p => p.Name))}.");
        }
    }
}
