namespace Ratchet.Validation.Metrics;

/// <summary>
/// The headline figures of one equity curve and its trades. r is the return of a bar, n the number of bars, p the bars in a year.
/// Every figure is finite but for the recovery time. Shares are of 1, not per cent. Ratios over nothing are 0 when their numerator is 0
/// and the stated cap, with the numerator's sign, otherwise (see <see cref="MetricOptions"/>).
/// </summary>
public sealed record PerformanceMetrics
{
    /// <summary>Bars in the curve, n.</summary>
    public int Bars { get; init; }

    /// <summary>The annualisation, bars in a year.</summary>
    public double PeriodsPerYear { get; init; }

    /// <summary>The equity before the first bar, in money.</summary>
    public double InitialEquity { get; init; }

    /// <summary>The equity at the last close, in money; the initial equity without bars.</summary>
    public double FinalEquity { get; init; }

    /// <summary>E_n / E_0 - 1, a share.</summary>
    public double TotalReturn { get; init; }

    /// <summary>(E_n / E_0)^(p / n) - 1, a share a year, at most the cap; -1 after ruin, 0 without bars.</summary>
    public double AnnualReturn { get; init; }

    /// <summary>Sample deviation of r times sqrt(p), a share a year; 0 below two bars.</summary>
    public double Volatility { get; init; }

    /// <summary>(mean r - risk free) / sample deviation times sqrt(p) (Sharpe, 1994); 0 below two bars.</summary>
    public double Sharpe { get; init; }

    /// <summary>The Sharpe ratio of one bar, not annualised: what the significance tests take.</summary>
    public double SharpePerPeriod { get; init; }

    /// <summary>(mean r - m) / sqrt(mean of min(r - m, 0)^2 over all bars) times sqrt(p), m the minimum acceptable return (Sortino, 1994).</summary>
    public double Sortino { get; init; }

    /// <summary>Annual return / maximum drawdown (Young, 1991).</summary>
    public double Calmar { get; init; }

    /// <summary>Sum of max(r - m, 0) / sum of max(m - r, 0) (Keating and Shadwick, 2002).</summary>
    public double Omega { get; init; }

    /// <summary>The largest fall from the highest equity so far, the initial equity included; a share in [0, 1].</summary>
    public double MaximumDrawdown { get; init; }

    /// <summary>The longest run of closes below the highest equity so far, in bars.</summary>
    public int DrawdownDuration { get; init; }

    /// <summary>Bars from the trough of the deepest fall until its peak was reached again; NaN when it was not, 0 when nothing fell.</summary>
    public double DrawdownRecovery { get; init; }

    /// <summary>sqrt(mean of squared falls), a share (Martin and McCann, 1989).</summary>
    public double UlcerIndex { get; init; }

    /// <summary>The mean of the worst 5 % of r (by the tail confidence), historical, the last one by its fraction; a share, negative for a loss.</summary>
    public double ConditionalValueAtRisk { get; init; }

    /// <summary>Population skewness of r; 0 without variance.</summary>
    public double Skewness { get; init; }

    /// <summary>Population kurtosis of r, 3 for a normal distribution; 3 without variance.</summary>
    public double Kurtosis { get; init; }

    /// <summary>Bars with a position / bars, a share. From the exposure column (bars above 0), else from the trades' entry and exit bars.</summary>
    public double TimeInMarket { get; init; }

    /// <summary>The mean of gross position / equity over all bars, a share. Without an exposure column, entry value / initial equity over the bars held.</summary>
    public double Exposure { get; init; }

    /// <summary>Value traded (entries and exits) / mean equity / years: times a year.</summary>
    public double Turnover { get; init; }

    /// <summary>Closed trades.</summary>
    public int Trades { get; init; }

    /// <summary>Trades p / n, a year.</summary>
    public double TradesPerYear { get; init; }

    /// <summary>Winning trades / (winning + losing), a share; 0 without trades.</summary>
    public double WinRate { get; init; }

    /// <summary>Sum of winning profits / sum of losing ones, at most the profit factor cap, also when there is no loser; 0 without a winner.</summary>
    public double ProfitFactor { get; init; }

    /// <summary>Mean profit of a trade, in money; 0 without trades.</summary>
    public double Expectancy { get; init; }

    /// <summary>Mean profit / mean loss of the losing trades: expectancy in units of the usual loss (Tharp, 1998); 0 without trades, the cap without losers.</summary>
    public double ExpectancyR { get; init; }

    /// <summary>Mean winner / mean loser, at most the profit factor cap; 0 without a winner.</summary>
    public double PayoffRatio { get; init; }

    /// <summary>Mean of profit / risk at entry over the trades that had a risk; 0 without one.</summary>
    public double AverageR { get; init; }

    /// <summary>System quality number: sqrt(min(N, 100)) mean R / sample deviation of R over the N trades that had a risk (Tharp, 2008); 0 below two.</summary>
    public double SystemQuality { get; init; }

    /// <summary>W - (1 - W) / payoff, a share of capital in [-1, 1]; 0 without trades.</summary>
    public double KellyFraction { get; init; }

    /// <summary>The most losing trades in a row.</summary>
    public int LongestLosingRun { get; init; }

    /// <summary>Fees of all trades, in money.</summary>
    public double FeesPaid { get; init; }

    /// <summary>See <see cref="Metrics.AlphaPersistence"/>; in [0, 1].</summary>
    public double AlphaPersistence { get; init; }

    /// <summary>See <see cref="Metrics.TradeEfficiency"/>, with the options' optimum; in [0, 1].</summary>
    public double TradeEfficiency { get; init; }

    /// <summary>Measures a curve and its trades. Takes about six passes over the curve and rents its scratch space.</summary>
    /// <param name="curve">The equity at each close.</param>
    /// <param name="trades">The closed trades in order; only differences of their bar indices are used.</param>
    /// <param name="options">References and caps.</param>
    /// <exception cref="ArgumentException">An equity is not finite or an option is out of range.</exception>
    public static PerformanceMetrics Compute(EquityCurve curve, ReadOnlySpan<ClosedTrade> trades, MetricOptions options)
    {
        options.Validate();
        return MetricCalculation.Run(curve, trades, options);
    }
}
