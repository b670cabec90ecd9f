namespace Ratchet.Market.Ticks;

/// <summary>One trade.</summary>
/// <param name="Time">Nanoseconds since 1970-01-01 UTC.</param>
/// <param name="Price">The price.</param>
/// <param name="Size">What changed hands, in the base asset or in contracts; NaN where the source does not say.</param>
/// <param name="Side">Who took the price.</param>
public readonly record struct Trade(long Time, double Price, double Size, AggressorSide Side = AggressorSide.Unknown);
