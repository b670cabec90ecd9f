namespace Ratchet.Features.Levels;

/// <summary>A price of interest and when it is one. A later level of the same kind takes its place even before it ends.</summary>
/// <param name="Kind">What makes it a level.</param>
/// <param name="Price">The price; NaN where there is none.</param>
/// <param name="KnownFrom">The first moment at which it can be known, milliseconds UTC.</param>
/// <param name="ValidTo">The first moment at which it no longer holds, milliseconds UTC.</param>
public readonly record struct Level(LevelKind Kind, double Price, long KnownFrom, long ValidTo)
{
    /// <summary>Whether the level holds at a moment.</summary>
    /// <param name="time">Milliseconds UTC.</param>
    public bool HoldsAt(long time) => time >= KnownFrom && time < ValidTo;

    /// <summary>No level of a kind.</summary>
    /// <param name="kind">The kind.</param>
    public static Level None(LevelKind kind) => new(kind, double.NaN, long.MaxValue, long.MinValue);
}
