namespace Ratchet.Features.Volatility;

/// <summary>Bollinger's bands, in units of price; NaN before bar n - 1.</summary>
/// <param name="Upper">The mean plus a multiple of the deviation.</param>
/// <param name="Middle">The mean.</param>
/// <param name="Lower">The mean less a multiple of the deviation.</param>
public readonly record struct BollingerValues(double Upper, double Middle, double Lower);
