namespace Ratchet.Features.OrderFlow;

/// <summary>How price moves, over one horizon.</summary>
/// <param name="Velocity">Price units a minute.</param>
/// <param name="Acceleration">Price units a minute squared.</param>
/// <param name="Jerk">Price units a minute cubed.</param>
/// <param name="Availability">Whether it was measured; the three numbers are NaN otherwise.</param>
public readonly record struct Motion(double Velocity, double Acceleration, double Jerk, Availability Availability)
{
    /// <summary>The motion towards a level: each number positive where it leads there.</summary>
    /// <param name="side">The side from which price comes.</param>
    public Motion Towards(ApproachSide side)
    {
        var sign = Approach.SignOf(side);
        return new(sign * Velocity, sign * Acceleration, sign * Jerk, Availability);
    }

    /// <summary>The motion in units of a scale, such as the average true range; NaN where the scale is not positive.</summary>
    /// <param name="scale">Price units.</param>
    public Motion In(double scale) => scale > 0
        ? new(Velocity / scale, Acceleration / scale, Jerk / scale, Availability)
        : Absent(Availability == Availability.Measured ? Availability.Undefined : Availability);

    internal static Motion Absent(Availability reason) => new(double.NaN, double.NaN, double.NaN, reason);
}
