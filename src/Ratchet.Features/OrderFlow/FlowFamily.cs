namespace Ratchet.Features.OrderFlow;

/// <summary>The families of order-flow features.</summary>
public enum FlowFamily
{
    /// <summary>Velocity, acceleration, jerk: bars or quotes.</summary>
    Kinematics,

    /// <summary>Imbalance at the best bid and offer: quotes with sizes, or a book.</summary>
    BestLevelOfi,

    /// <summary>Imbalance at several levels, integrated too: a book of two levels or more.</summary>
    MultiLevelOfi,

    /// <summary>Resting depth around a level: a book.</summary>
    Barrier,

    /// <summary>Signed volume, rates, sweeps: trades.</summary>
    Tape,

    /// <summary>Gamma exposure: an option chain with open interest.</summary>
    Fuel,
}
