namespace Ratchet.Numerics.Scores;

/// <summary>A closed interval of numbers.</summary>
/// <param name="Lower">The lower end.</param>
/// <param name="Upper">The upper end.</param>
public readonly record struct Interval(double Lower, double Upper);
