namespace Ratchet.Features.Trend;

/// <summary>The three lines of the MACD, in units of price; NaN before the first signal.</summary>
/// <param name="Line">The fast average less the slow one.</param>
/// <param name="Signal">The exponential average of the line.</param>
/// <param name="Histogram">The line less the signal.</param>
public readonly record struct MacdValues(double Line, double Signal, double Histogram)
{
    internal static MacdValues Undefined => new(double.NaN, double.NaN, double.NaN);
}
