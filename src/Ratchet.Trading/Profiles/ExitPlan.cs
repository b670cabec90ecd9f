namespace Ratchet.Trading.Profiles;

/// <summary>
/// Where a position is left: stop, partial targets, break-even, trailing and time. Distances are multiples of the signal's distance (such as its ATR), measured
/// from the entry's fill price.
/// </summary>
public sealed record ExitPlan
{
    /// <summary>The most partial targets that are supported.</summary>
    public const int MaximumTargets = 8;

    /// <summary>The distance of the first stop. Default 1.5, above 0.</summary>
    public double StopMultiple { get; init; } = 1.5;

    /// <summary>The distances of the targets; above 0, strictly rising; none switches targets off.</summary>
    public IReadOnlyList<double> TargetMultiples { get; init; } = [0.375, 0.5625, 0.75];

    /// <summary>The share of the position at entry that each target closes; the last one closes what is left. Above 0, sum 1, as many as targets.</summary>
    public IReadOnlyList<double> TargetFractions { get; init; } = [0.5, 0.3, 0.2];

    /// <summary>After which target the stop moves to the entry price, from the next bar on: 1 is the first, 0 never. Default 1.</summary>
    public int BreakEvenAfterTarget { get; init; } = 1;

    /// <summary>How far the stop follows the best price since entry, as a multiple; 0 is off. Default 0.</summary>
    public double TrailingMultiple { get; init; }

    /// <summary>How far the stop follows the best price since entry, as a share of that price, where <see cref="TrailingMultiple"/> is 0; 0 is off. Default 0, in [0, 1).</summary>
    public double TrailingShare { get; init; }

    /// <summary>After which target trailing begins, from the next bar on: 0 is from the entry bar's close. Default 1.</summary>
    public int TrailingAfterTarget { get; init; } = 1;

    /// <summary>How many decision bars a position may be held, the entry bar counted; it is closed at the open after. 0 is no limit. Default 24.</summary>
    public int HorizonBars { get; init; } = 24;

    /// <summary>How many milliseconds a position may be held; it is closed at the first price after. 0 is no limit. Default 0.</summary>
    public long HorizonMilliseconds { get; init; }

    /// <summary>Checks every value.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A value is outside its range.</exception>
    /// <exception cref="ArgumentException">The targets do not rise, do not add up to 1 or have different lengths.</exception>
    public void Validate()
    {
        Require(StopMultiple > 0 && double.IsFinite(StopMultiple), nameof(StopMultiple), StopMultiple, "finite and above 0");
        Require(TrailingMultiple >= 0 && double.IsFinite(TrailingMultiple), nameof(TrailingMultiple), TrailingMultiple, "finite and not below 0");
        Require(TrailingShare is >= 0 and < 1, nameof(TrailingShare), TrailingShare, "in [0, 1)");
        Require(BreakEvenAfterTarget >= 0, nameof(BreakEvenAfterTarget), BreakEvenAfterTarget, "not below 0");
        Require(TrailingAfterTarget >= 0, nameof(TrailingAfterTarget), TrailingAfterTarget, "not below 0");
        Require(HorizonBars >= 0, nameof(HorizonBars), HorizonBars, "not below 0");
        Require(HorizonMilliseconds >= 0, nameof(HorizonMilliseconds), HorizonMilliseconds, "not below 0");
        if (TargetMultiples.Count != TargetFractions.Count || TargetMultiples.Count > MaximumTargets)
        {
            throw new ArgumentException(
                $"TargetMultiples has {TargetMultiples.Count} elements and TargetFractions has {TargetFractions.Count}; they must agree and be at most {MaximumTargets}.");
        }

        var sum = 0.0;
        for (var i = 0; i < TargetMultiples.Count; i++)
        {
            var floor = i == 0 ? 0 : TargetMultiples[i - 1];
            Require(TargetMultiples[i] > floor && double.IsFinite(TargetMultiples[i]), $"TargetMultiples[{i}]", TargetMultiples[i], $"finite and above {floor}");
            Require(TargetFractions[i] > 0 && double.IsFinite(TargetFractions[i]), $"TargetFractions[{i}]", TargetFractions[i], "finite and above 0");
            sum += TargetFractions[i];
        }

        Require(TargetMultiples.Count == 0 || Math.Abs(sum - 1) < 1e-9, nameof(TargetFractions), sum, "1 in sum");
    }

    private static void Require(bool holds, string field, double value, string range)
    {
        if (!holds)
        {
            throw new ArgumentOutOfRangeException(field, value, $"{field} must be {range}.");
        }
    }
}
