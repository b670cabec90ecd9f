using Ratchet.Adaptation.Decomposition;

namespace Ratchet.Adaptation.Monitor;

/// <summary>
/// What advice is worth, measured: trades with money, weighed by the multiplier they were entered with, against all trades, with money and in shadow, each 1 R, which is
/// the run without advice. The differences are a trade's, so a filter that takes fewer but better trades shows here; <see cref="TotalGain"/> is the difference of the sums in R.
/// </summary>
/// <param name="Advised">With advice.</param>
/// <param name="Unadvised">Without.</param>
/// <param name="ExpectancyGain">Expectancy with less expectancy without.</param>
/// <param name="ProfitFactorGain">The same of the profit factor.</param>
/// <param name="SharpeGain">The same of the Sharpe ratio.</param>
/// <param name="TotalGain">Sum of the results in R with advice less the sum without.</param>
public sealed record AdviceEffect(
    PerformanceFigures Advised, PerformanceFigures Unadvised, double ExpectancyGain, double ProfitFactorGain, double SharpeGain, double TotalGain);
