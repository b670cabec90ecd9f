namespace Ratchet.Trading.Profiles;

/// <summary>The profiles that come with the product, from the most careful to the widest, and the checks of a set of profiles.</summary>
public static class TradeProfiles
{
    /// <summary>The name of the profile that is traded where nothing is learned.</summary>
    public const string DefaultName = "ultra_aggressive";

    private const long Hour = 3_600_000;

    private static readonly string[] Trends = ["TREND_UP", "TREND_DOWN"];
    private static readonly string[] Ranges = ["RANGE_LOW_VOL", "RANGE_HIGH_VOL"];
    private static readonly string[] Any = ["TREND_UP", "TREND_DOWN", "RANGE_LOW_VOL", "RANGE_HIGH_VOL", "HIGH_VOLATILITY"];
    private static readonly string[] Danger = ["RANGE_LOW_VOL", "RANGE_HIGH_VOL", "HIGH_VOLATILITY", "ILLIQUID", "UNKNOWN"];

    /// <summary>The seven profiles. Distances are multiples of ATR(14).</summary>
    public static IReadOnlyList<TradeProfile> All { get; } =
    [
        Make("defensive", 1.0, (1.2, 0.5), (1.8, 0.5), 0, 24, 0.55, Danger, "low volatility, danger"),
        Make("moderate", 1.0, (1.5, 0.5), (2.3, 0.5), 0, 36, 0.52, Any, "any"),
        Make("moderate_aggressive", 1.0, (2.0, 0.5), (3.0, 0.5), 1.5, 48, 0.50, Trends, "trends"),
        Make("balanced_aggressive", 1.0, (2.5, 0.4), (4.5, 0.6), 2.0, 72, 0.48, Trends, "strong trends"),
        Make(DefaultName, 1.0, (3.0, 0.4), (5.0, 0.6), 2.0, 96, 0.45, Any, "confident signals"),
        Make("scalp", 0.6, (0.6, 0.5), (0.9, 0.5), 0, 4, 0.60, Ranges, "ranges"),
        Make("trend_rider", 1.0, (3.5, 0.3), (6.5, 0.7), 2.5, 168, 0.40, Trends, "strong trends"),
    ];

    /// <summary>The place of a profile in a list; -1 where it is not there.</summary>
    /// <param name="profiles">The profiles.</param>
    /// <param name="name">The name; case matters.</param>
    public static int IndexOf(IReadOnlyList<TradeProfile> profiles, string name)
    {
        for (var i = 0; i < profiles.Count; i++)
        {
            if (string.Equals(profiles[i].Name, name, StringComparison.Ordinal))
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>Checks each profile, and that names are unique.</summary>
    /// <param name="profiles">At least one.</param>
    /// <exception cref="ArgumentException">There is none, a name occurs twice, or a profile is wrong.</exception>
    public static void Validate(IReadOnlyList<TradeProfile> profiles)
    {
        if (profiles.Count == 0)
        {
            throw new ArgumentException("At least one profile is needed; there is none.", nameof(profiles));
        }

        for (var i = 0; i < profiles.Count; i++)
        {
            profiles[i].Validate();
            if (IndexOf(profiles, profiles[i].Name) != i)
            {
                throw new ArgumentException($"The profile '{profiles[i].Name}' occurs twice.", nameof(profiles));
            }
        }
    }

    private static TradeProfile Make(
        string name,
        double stop,
        (double Multiple, double Share) first,
        (double Multiple, double Share) second,
        double trailing,
        int hours,
        double winRate,
        string[] regimes,
        string suits) => new()
        {
            Name = name,
            Exits = new()
            {
                StopMultiple = stop,
                TargetMultiples = [first.Multiple, second.Multiple],
                TargetFractions = [first.Share, second.Share],
                BreakEvenAfterTarget = 1,
                TrailingMultiple = trailing,
                TrailingAfterTarget = 1,
                HorizonBars = 0,
                HorizonMilliseconds = hours * Hour,
            },
            RewardToRisk = second.Multiple / stop,
            ExpectedWinRate = winRate,
            Regimes = regimes,
            Suits = suits,
        };
}
