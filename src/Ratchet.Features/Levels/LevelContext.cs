namespace Ratchet.Features.Levels;

/// <summary>Where price stands to a level at the close of a bar. NaN where undefined.</summary>
/// <param name="Distance">Level - close, in price units: positive where the level is above.</param>
/// <param name="Atr">Wilder's average true range in price units; NaN during its warm-up.</param>
/// <param name="Touches">Touches of this market day so far, this bar's included; NaN without a level.</param>
/// <param name="MinutesSinceOpen">Minutes since the regular session opened; negative before, NaN never.</param>
/// <param name="SessionShare">The part of the regular session that is over, 0 to 1; NaN before it.</param>
/// <param name="Volatility">Standard deviation of the last log returns, per bar; NaN during its warm-up.</param>
public readonly record struct LevelContext(double Distance, double Atr, double Touches, double MinutesSinceOpen, double SessionShare, double Volatility)
{
    /// <summary>Distance / Atr; NaN where the range is not positive.</summary>
    public double DistanceInAtr => Atr > 0 ? Distance / Atr : double.NaN;
}
