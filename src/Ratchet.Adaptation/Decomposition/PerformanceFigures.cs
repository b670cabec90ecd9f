namespace Ratchet.Adaptation.Decomposition;

/// <summary>
/// The figures of a group of trades. A win is a result above 0 R and a loss one below; what is neither counts as a trade and ends a run of losses. NaN where
/// a figure is not defined.
/// </summary>
/// <param name="Trades">How many trades.</param>
/// <param name="WinRate">Wins over trades; NaN without trades.</param>
/// <param name="LossRate">Losses over trades; NaN without trades.</param>
/// <param name="AverageWin">The mean win in R; 0 without wins.</param>
/// <param name="AverageLoss">The mean loss in R, not below 0; 0 without losses.</param>
/// <param name="Expectancy">Win rate x average win - loss rate x average loss, which is the mean result in R; NaN without trades.</param>
/// <param name="ProfitFactor">Gains over losses in R; infinite without losses, NaN without either.</param>
/// <param name="Sharpe">Mean over sample standard deviation of the results in R, not annualised; NaN below two trades or without spread.</param>
/// <param name="Drawdown">The deepest fall of the summed results below their peak (from 0 on), in R.</param>
/// <param name="LosingRun">Losses since the last trade that was none.</param>
/// <param name="LongestLosingRun">The longest run of losses.</param>
/// <param name="Profit">The net result in money.</param>
/// <param name="MoneyProfitFactor">Gains over losses in money; undefined cases as for R.</param>
/// <param name="MoneyDrawdown">The deepest fall of the summed profits, in money.</param>
/// <param name="Fees">What was paid in fees.</param>
public readonly record struct PerformanceFigures(
    int Trades,
    double WinRate,
    double LossRate,
    double AverageWin,
    double AverageLoss,
    double Expectancy,
    double ProfitFactor,
    double Sharpe,
    double Drawdown,
    int LosingRun,
    int LongestLosingRun,
    double Profit,
    double MoneyProfitFactor,
    double MoneyDrawdown,
    double Fees)
{
    /// <summary>One figure by its name.</summary>
    /// <param name="metric">Which.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such metric.</exception>
    public double Value(PerformanceMetric metric) => metric switch
    {
        PerformanceMetric.Expectancy => Expectancy,
        PerformanceMetric.ProfitFactor => ProfitFactor,
        PerformanceMetric.WinRate => WinRate,
        PerformanceMetric.Sharpe => Sharpe,
        PerformanceMetric.Drawdown => Drawdown,
        PerformanceMetric.LongestLosingRun => LongestLosingRun,
        PerformanceMetric.Profit => Profit,
        PerformanceMetric.Trades => Trades,
        _ => throw new ArgumentOutOfRangeException(nameof(metric), metric, "The metric is none of the enumeration."),
    };

    internal static PerformanceFigures Of(in TradeSummary s)
    {
        var none = s.Trades == 0;
        var winRate = none ? double.NaN : (double)s.Wins / s.Trades;
        var lossRate = none ? double.NaN : (double)s.Losses / s.Trades;
        var averageWin = s.Wins == 0 ? 0 : s.Gains / s.Wins;
        var averageLoss = s.Losses == 0 ? 0 : s.Lost / s.Losses;
        var variance = s.Variance;
        return new(
            s.Trades,
            winRate,
            lossRate,
            averageWin,
            averageLoss,
            (winRate * averageWin) - (lossRate * averageLoss),
            Ratio(s.Gains, s.Lost),
            variance > 0 ? s.Mean / Math.Sqrt(variance) : double.NaN,
            s.Drawdown,
            s.LosingRun,
            s.LongestLosingRun,
            s.Profit,
            Ratio(s.MoneyGains, s.MoneyLost),
            s.MoneyDrawdown,
            s.Fees);
    }

    private static double Ratio(double gains, double lost) => lost > 0 ? gains / lost : gains > 0 ? double.PositiveInfinity : double.NaN;
}
