namespace Ratchet.Features.OrderFlow;

/// <summary>What the orders that defend a level do. The decision table is at <see cref="BarrierRules"/>.</summary>
public enum BarrierState
{
    /// <summary>It cannot be told: no book, the zone is not seen, or the window is not full.</summary>
    Unknown,

    /// <summary>None of the others.</summary>
    Neutral,

    /// <summary>Little rests in the zone, and not because trades took it.</summary>
    Vacuum,

    /// <summary>Much rests in the zone and little was traded against it.</summary>
    Wall,

    /// <summary>Much was traded against the zone and it still stands: it is filled up again.</summary>
    Absorption,

    /// <summary>Trades took most of what rested in the zone.</summary>
    Consumed,
}
