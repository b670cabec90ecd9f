namespace Ratchet.Adaptation.Regimes;

/// <summary>What the detector says at a bar.</summary>
/// <param name="Regime">The regime in force.</param>
/// <param name="Confidences">How sure each of the seven is; sums to 1.</param>
/// <param name="Candidate">What the thresholds say, before the minimum dwell.</param>
/// <param name="BarsIn">How many bars the regime has lasted, this one counted.</param>
/// <param name="DailyAtr">The daily-equivalent ATR as a share of the price; NaN where it is not known.</param>
public readonly record struct RegimeReading(MarketRegime Regime, RegimeConfidences Confidences, MarketRegime Candidate, int BarsIn, double DailyAtr);
