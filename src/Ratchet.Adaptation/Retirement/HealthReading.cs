using System.Globalization;

namespace Ratchet.Adaptation.Retirement;

/// <summary>The figures that decide a strategy's status, each against its threshold.</summary>
/// <param name="Trades">The trades behind them.</param>
/// <param name="Assessed">Whether they are enough; otherwise nothing is violated.</param>
/// <param name="Expectancy">The mean result in R.</param>
/// <param name="ProfitFactor">Gains over losses in R.</param>
/// <param name="WinRate">Wins over trades.</param>
/// <param name="Drawdown">The deepest fall, a share of the capital.</param>
/// <param name="LosingRun">Losses in a row now.</param>
public readonly record struct HealthReading(
    int Trades, bool Assessed, HealthFigure Expectancy, HealthFigure ProfitFactor, HealthFigure WinRate, HealthFigure Drawdown, HealthFigure LosingRun)
{
    /// <summary>Whether there are enough trades and no threshold is violated.</summary>
    public bool Healthy => Assessed && !Violated;

    /// <summary>Whether any threshold is violated.</summary>
    public bool Violated => Expectancy.Violated || ProfitFactor.Violated || WinRate.Violated || Drawdown.Violated || LosingRun.Violated;

    /// <summary>Every figure with its bound and threshold, for the audit.</summary>
    public string Numbers() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Trades} trades; expectancy {Of(Expectancy)}; profit factor {Of(ProfitFactor)}; win rate {Of(WinRate)}; drawdown {Of(Drawdown)}; losses in a row {LosingRun.Value:0} / {LosingRun.Limit:0}");

    /// <summary>The violated figures with their numbers, for the audit; "none" where none is.</summary>
    public string Violations()
    {
        var texts = new List<string>();
        Add("expectancy", Expectancy, "below");
        Add("profit factor", ProfitFactor, "below");
        Add("win rate", WinRate, "below");
        Add("drawdown", Drawdown, "above");
        Add("losses in a row", LosingRun, "at or above");
        return texts.Count == 0 ? "none" : string.Join("; ", texts);

        void Add(string name, HealthFigure figure, string word)
        {
            if (figure.Violated)
            {
                texts.Add(string.Create(CultureInfo.InvariantCulture, $"{name} {figure.Value:0.###} (bound {figure.Bound:0.###}) {word} {figure.Limit:0.###}"));
            }
        }
    }

    private static string Of(HealthFigure figure) => string.Create(CultureInfo.InvariantCulture, $"{figure.Value:0.###} (bound {figure.Bound:0.###}) / {figure.Limit:0.###}");
}
