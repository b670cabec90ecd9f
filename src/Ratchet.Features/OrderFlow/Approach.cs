namespace Ratchet.Features.OrderFlow;

/// <summary>Signs of an approach.</summary>
public static class Approach
{
    /// <summary>The side from which price comes: where it was at the beginning of the lookback; null where it was exactly at the level or unknown.</summary>
    /// <param name="priceBefore">The price at the beginning of the lookback.</param>
    /// <param name="level">The level.</param>
    public static ApproachSide? SideOf(double priceBefore, double level) =>
        priceBefore < level ? ApproachSide.FromBelow : priceBefore > level ? ApproachSide.FromAbove : null;

    /// <summary>+1 where rising prices go towards the level, -1 where falling ones do.</summary>
    /// <param name="side">The side from which price comes.</param>
    /// <exception cref="ArgumentOutOfRangeException">The side is none of the two.</exception>
    public static int SignOf(ApproachSide side) => side switch
    {
        ApproachSide.FromBelow => 1,
        ApproachSide.FromAbove => -1,
        _ => throw new ArgumentOutOfRangeException(nameof(side), side, "The side must be FromBelow or FromAbove."),
    };
}
