namespace Ratchet.Validation.Metrics;

/// <summary>
/// Winners against losers in a list of results: of trades in money, or of bars as returns. A result of exactly 0 is neither.
/// </summary>
/// <param name="Winners">Results above 0.</param>
/// <param name="Losers">Results below 0.</param>
/// <param name="Count">All results.</param>
/// <param name="Gains">The sum of the winners, not below 0.</param>
/// <param name="Losses">The sum of the losers as a positive number.</param>
/// <param name="LongestLosingRun">The most losers in a row.</param>
public readonly record struct ProfitSummary(int Winners, int Losers, int Count, double Gains, double Losses, int LongestLosingRun)
{
    /// <summary>Winners / (winners + losers), a share; 0 without either.</summary>
    public double WinRate => Winners + Losers == 0 ? 0 : (double)Winners / (Winners + Losers);

    /// <summary>(Gains - losses) / count; 0 without results.</summary>
    public double Expectancy => Count == 0 ? 0 : (Gains - Losses) / Count;

    /// <summary>The mean winner; 0 without one.</summary>
    public double MeanWin => Winners == 0 ? 0 : Gains / Winners;

    /// <summary>The mean loser as a positive number; 0 without one.</summary>
    public double MeanLoss => Losers == 0 ? 0 : Losses / Losers;

    /// <summary>
    /// W - (1 - W) / R with W the win rate and R the payoff ratio, within [-1, 1] (Kelly, 1956, for two outcomes):
    /// the share of capital that would grow fastest. 1 without losers, -1 without winners, 0 without either.
    /// </summary>
    public double KellyFraction => (Winners, Losers) switch
    {
        (0, 0) => 0,
        (0, _) => -1,
        (_, 0) => 1,
        _ => Math.Clamp(WinRate - ((1 - WinRate) * MeanLoss / MeanWin), -1, 1),
    };

    /// <summary>Gains / losses, at most the cap; the cap with winners and no losers, 0 without winners.</summary>
    /// <param name="cap">The stated highest value.</param>
    public double ProfitFactor(double cap) => CappedRatio.Of(Gains, Losses, cap);

    /// <summary>Mean winner / mean loser, at most the cap; the cap with winners and no losers, 0 without winners.</summary>
    /// <param name="cap">The stated highest value.</param>
    public double PayoffRatio(double cap) => CappedRatio.Of(MeanWin, MeanLoss, cap);

    /// <summary>Adds one result.</summary>
    /// <param name="result">The result, finite.</param>
    /// <param name="currentRun">The losers in a row so far; kept by the caller between calls.</param>
    public ProfitSummary Add(double result, ref int currentRun)
    {
        currentRun = result < 0 ? currentRun + 1 : 0;
        return new(
            Winners + (result > 0 ? 1 : 0),
            Losers + (result < 0 ? 1 : 0),
            Count + 1,
            Gains + Math.Max(result, 0),
            Losses + Math.Max(-result, 0),
            Math.Max(LongestLosingRun, currentRun));
    }

    /// <summary>Sums up a list.</summary>
    /// <param name="results">The results in order, finite.</param>
    public static ProfitSummary From(ReadOnlySpan<double> results)
    {
        var summary = default(ProfitSummary);
        var run = 0;
        foreach (var result in results)
        {
            summary = summary.Add(result, ref run);
        }

        return summary;
    }
}
