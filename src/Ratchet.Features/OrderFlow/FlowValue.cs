namespace Ratchet.Features.OrderFlow;

/// <summary>A number or the reason why there is none.</summary>
/// <param name="Number">The number; NaN unless <paramref name="Availability"/> is <see cref="Availability.Measured"/>.</param>
/// <param name="Availability">Whether it was measured.</param>
public readonly record struct FlowValue(double Number, Availability Availability)
{
    /// <summary>Whether there is a number.</summary>
    public bool IsMeasured => Availability == Availability.Measured;

    /// <summary>A value that is absent.</summary>
    /// <param name="reason">Why; not <see cref="Availability.Measured"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The reason says that there is a value.</exception>
    public static FlowValue Absent(Availability reason) => reason == Availability.Measured
        ? throw new ArgumentOutOfRangeException(nameof(reason), reason, "An absent value needs a reason.")
        : new(double.NaN, reason);

    /// <summary>A number, or absent for a reason where it is NaN.</summary>
    /// <param name="number">The number.</param>
    /// <param name="reason">The reason where it is NaN.</param>
    public static FlowValue Of(double number, Availability reason = Availability.Undefined) =>
        double.IsNaN(number) ? Absent(reason) : new(number, Availability.Measured);
}
