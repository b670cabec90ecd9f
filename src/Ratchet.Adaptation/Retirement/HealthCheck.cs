using Ratchet.Adaptation.Decomposition;
using Ratchet.Numerics.Distributions;

namespace Ratchet.Adaptation.Retirement;

/// <summary>
/// Compares a strategy's trades with the thresholds. Expectancy, profit factor and win rate are estimates, so their upper one-sided confidence bound must be below
/// the threshold: it comes closer to the figure as trades grow. Drawdown and the losing run are facts and compared as they are.
/// Expectancy: mean + z s/√n. Profit factor: the k at which the mean of (gain - k x loss) is no longer above -z standard errors (Fieller, 1954). Win rate:
/// Wilson's (1927) upper score bound.
/// </summary>
internal sealed class HealthCheck
{
    private const double LargestFactor = 1e6;

    private readonly RetirementOptions options;
    private readonly double riskShare;
    private readonly double z;

    public HealthCheck(RetirementOptions options, double riskShare)
    {
        this.options = options;
        this.riskShare = riskShare;
        z = options.PointValues ? 0 : Quantile(options.Confidence);
    }

    public HealthReading Read(in TradeSummary s)
    {
        var enough = s.Trades >= options.LeastTrades;
        var drawdown = s.Drawdown * riskShare;
        var winRate = s.Trades == 0 ? double.NaN : (double)s.Wins / s.Trades;
        return new(
            s.Trades,
            enough,
            Below(s.Mean, ExpectancyBound(s), options.LeastExpectancy, enough),
            Below(s.Lost > 0 ? s.Gains / s.Lost : s.Gains > 0 ? double.PositiveInfinity : double.NaN, ProfitFactorBound(s), options.LeastProfitFactor, enough),
            Below(winRate, WinRateBound(s), options.LeastWinRate, enough),
            new(drawdown, drawdown, options.MostDrawdown, enough && drawdown > options.MostDrawdown),
            new(s.LosingRun, s.LosingRun, options.LosingRun, enough && s.LosingRun >= options.LosingRun));
    }

    private static HealthFigure Below(double value, double bound, double limit, bool enough) => new(value, bound, limit, enough && bound < limit);

    private double ExpectancyBound(in TradeSummary s) => s.Trades < 2 ? double.NaN : s.Mean + (z * Math.Sqrt(s.Variance / s.Trades));

    private double WinRateBound(in TradeSummary s)
    {
        if (s.Trades == 0)
        {
            return double.NaN;
        }

        var n = (double)s.Trades;
        var p = s.Wins / n;
        var square = z * z;
        return (p + (square / (2 * n)) + (z * Math.Sqrt((p * (1 - p) / n) + (square / (4 * n * n))))) / (1 + (square / n));
    }

    private double ProfitFactorBound(in TradeSummary s)
    {
        if (s.Trades < 2 || s.Lost <= 0)
        {
            return s.Gains > 0 ? double.PositiveInfinity : double.NaN;
        }

        if (Excess(s, LargestFactor) >= 0)
        {
            return double.PositiveInfinity;
        }

        var low = 0.0;
        var high = LargestFactor;
        while (high - low > 1e-12 * high)
        {
            var middle = 0.5 * (low + high);
            if (middle <= low || middle >= high)
            {
                break;
            }

            if (Excess(s, middle) >= 0)
            {
                low = middle;
            }
            else
            {
                high = middle;
            }
        }

        return 0.5 * (low + high);
    }

    /// <summary>Mean of gain - factor x loss plus z standard errors; a trade has one of the two, so squares add.</summary>
    private double Excess(in TradeSummary s, double factor)
    {
        var n = (double)s.Trades;
        var sum = s.Gains - (factor * s.Lost);
        var squares = s.GainSquares + (factor * factor * s.LossSquares);
        var variance = Math.Max(0, squares - (sum * sum / n)) / (n - 1);
        return (sum / n) + (z * Math.Sqrt(variance / n));
    }

    private static double Quantile(double probability)
    {
        var low = 0.0;
        var high = 8.0;
        for (var i = 0; i < 80; i++)
        {
            var middle = 0.5 * (low + high);
            if (NormalDistribution.Cumulative(middle) < probability)
            {
                low = middle;
            }
            else
            {
                high = middle;
            }
        }

        return 0.5 * (low + high);
    }
}
