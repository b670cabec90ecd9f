using Ratchet.Market.Bars;

namespace Ratchet.Market.Synthetic;

/// <summary>A synthetic market and the truth about it.</summary>
/// <param name="Bars">The bars, of the symbol SYN/USD.</param>
/// <param name="PlantedSignal">
/// z_t, one number a bar, known at the close of bar t: what the return of bar t + 1 is correlated with. NaN in the warm-up, where the past is too short.
/// </param>
/// <param name="MeasuredInformationCoefficient">
/// The sample correlation of z_t with the standardised return of bar t + 1 over all bars where both exist; NaN with fewer than 3 pairs.
/// Its standard error is about 1 / sqrt(pairs). Measured in every market, also where nothing is planted.
/// </param>
public sealed record SyntheticSeries(BarSeries Bars, double[] PlantedSignal, double MeasuredInformationCoefficient);
