namespace Ratchet.Features.OrderFlow;

/// <summary>From which side price comes to a level.</summary>
public enum ApproachSide
{
    /// <summary>Price was below: it rises to the level, and resting sell orders defend it.</summary>
    FromBelow,

    /// <summary>Price was above: it falls to the level, and resting buy orders defend it.</summary>
    FromAbove,
}
