namespace Ratchet.Trading.Events;

/// <summary>
/// What is known about a market at the close of a bar and travels with events, because neither the engine nor the adaptive layer computes indicators. NaN is
/// not known.
/// </summary>
/// <param name="Price">The close.</param>
/// <param name="Atr">Average true range, in units of the price.</param>
/// <param name="Adx">Average directional index, 0 to 100.</param>
/// <param name="PlusDi">Positive directional indicator, 0 to 100.</param>
/// <param name="MinusDi">Negative directional indicator, 0 to 100.</param>
/// <param name="FastAverage">The faster moving average of the close.</param>
/// <param name="SlowAverage">The slower moving average of the close.</param>
/// <param name="VolumeShare">The volume of the last 24 hours over its trailing 30-day median.</param>
/// <param name="SpreadBps">The spread between best bid and offer, in hundredths of a per cent of the price.</param>
/// <param name="DepthShare">The depth of the book near the best prices over its trailing median.</param>
/// <param name="Bars">How many bars of the symbol have been seen.</param>
/// <param name="Bull">The filtered probability of the rising regime.</param>
/// <param name="Bear">The filtered probability of the falling regime.</param>
public readonly record struct MarketContext(
    double Price,
    double Atr,
    double Adx,
    double PlusDi,
    double MinusDi,
    double FastAverage,
    double SlowAverage,
    double VolumeShare,
    double SpreadBps,
    double DepthShare,
    long Bars,
    double Bull,
    double Bear)
{
    /// <summary>Nothing is known.</summary>
    public static MarketContext Unknown { get; } = new(
        double.NaN, double.NaN, double.NaN, double.NaN, double.NaN, double.NaN, double.NaN, double.NaN, double.NaN, double.NaN, 0, double.NaN, double.NaN);
}
