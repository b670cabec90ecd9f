using Ratchet.Trading.Orders;
using Ratchet.Trading.Profiles;

namespace Ratchet.Trading.Engine;

/// <summary>A strategy as the engine sees it: when its signals are followed and where its positions are left.</summary>
public sealed record StrategyRules
{
    /// <summary>The name, unique in a session.</summary>
    public required string Name { get; init; }

    /// <summary>The least confidence of an entry. Default 0.6, in [0, 1].</summary>
    public double ConfidenceThreshold { get; init; } = 0.6;

    /// <summary>The least absolute momentum of an entry. Default 0, from 0.</summary>
    public double MomentumThreshold { get; init; }

    /// <summary>
    /// How much the momentum threshold grows with the share of calm in the regime: threshold x (1 + this x (1 - bull - bear)) where the regime's probabilities
    /// are known. 0 is a fixed threshold. Default 0, in [0, 10].
    /// </summary>
    public double MomentumAdaptation { get; init; }

    /// <summary>A position is closed at the next open when the exit probability is above this. Default 0.7, from 0; 1 switches it off.</summary>
    public double ExitThreshold { get; init; } = 0.7;

    /// <summary>An entry is refused while the costs of a round trip are above this share of the stop distance. Default 0, no check; else in (0, 1].</summary>
    public double MaximumCostShare { get; init; }

    /// <summary>
    /// How entries meet the market. A limit waits <see cref="EntryOffset"/> below the close for a long and above it for a short; a stop waits the offset beyond
    /// the close in the side's direction; a stop-limit waits as a stop and then fills at most <see cref="EntryLimitOffset"/> beyond its trigger. Default market.
    /// </summary>
    public OrderKind EntryKind { get; init; } = OrderKind.Market;

    /// <summary>The offset of entries that are no market orders, as a multiple of the signal's distance. Default 0.25, from 0.</summary>
    public double EntryOffset { get; init; } = 0.25;

    /// <summary>How far beyond its trigger a stop-limit entry may fill, as a multiple of the signal's distance. Default 0.25, from 0.</summary>
    public double EntryLimitOffset { get; init; } = 0.25;

    /// <summary>For how many bars of the symbol an entry that is no market order works; 0 is until cancelled. Default 3.</summary>
    public int EntryExpiryBars { get; init; } = 3;

    /// <summary>Where positions are left, unless advice brings other exits.</summary>
    public ExitPlan Exits { get; init; } = new();

    /// <summary>Checks every value.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A value is outside its range.</exception>
    /// <exception cref="ArgumentException">The name is empty, or the exits do not fit together.</exception>
    public void Validate()
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(Name);
        Require(ConfidenceThreshold is >= 0 and <= 1, nameof(ConfidenceThreshold), ConfidenceThreshold, "in [0, 1]");
        Require(MomentumThreshold >= 0 && double.IsFinite(MomentumThreshold), nameof(MomentumThreshold), MomentumThreshold, "finite and not below 0");
        Require(MomentumAdaptation is >= 0 and <= 10, nameof(MomentumAdaptation), MomentumAdaptation, "in [0, 10]");
        Require(ExitThreshold >= 0, nameof(ExitThreshold), ExitThreshold, "not below 0");
        Require(MaximumCostShare is >= 0 and <= 1, nameof(MaximumCostShare), MaximumCostShare, "in [0, 1]");
        Require(EntryOffset >= 0 && double.IsFinite(EntryOffset), nameof(EntryOffset), EntryOffset, "finite and not below 0");
        Require(EntryLimitOffset >= 0 && double.IsFinite(EntryLimitOffset), nameof(EntryLimitOffset), EntryLimitOffset, "finite and not below 0");
        Require(EntryExpiryBars >= 0, nameof(EntryExpiryBars), EntryExpiryBars, "not below 0");
        Require(Enum.IsDefined(EntryKind), nameof(EntryKind), (int)EntryKind, "a kind of order");
        Exits.Validate();
    }

    private static void Require(bool holds, string field, double value, string range)
    {
        if (!holds)
        {
            throw new ArgumentOutOfRangeException(field, value, $"{field} must be {range}.");
        }
    }
}
