using Ratchet.Adaptation.Regimes;

namespace Ratchet.Adaptation.Weights;

/// <summary>One change of a weight.</summary>
/// <param name="Time">When, in milliseconds since 1970-01-01 UTC.</param>
/// <param name="Strategy">The strategy's place.</param>
/// <param name="Regime">The regime that the weight is for.</param>
/// <param name="Before">The weight before.</param>
/// <param name="After">The weight after.</param>
/// <param name="Target">Where the composite aims; NaN where no composite is behind it.</param>
/// <param name="Composite">The composite; NaN where none is behind it.</param>
/// <param name="Trades">The trades of the composite.</param>
/// <param name="Reason">Why.</param>
public readonly record struct WeightChange(
    long Time, int Strategy, MarketRegime Regime, double Before, double After, double Target, double Composite, int Trades, WeightChangeReason Reason);
