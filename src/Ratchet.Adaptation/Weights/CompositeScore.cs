using Ratchet.Adaptation.Decomposition;

namespace Ratchet.Adaptation.Weights;

/// <summary>
/// Performance as one number in [0, 1], 0.5 being neither good nor bad, and its parts. Expectancy e in R: 0.5 + e/2, clamped; profit factor p: p/(1 + p);
/// drawdown d, a share of the capital: 1 - min(1, d/limit); Sharpe S a trade: 0.5 + 0.5 tanh(S/2). A part that is undefined is 0.5.
/// </summary>
/// <param name="Value">The weighted sum of the parts.</param>
/// <param name="Expectancy">The expectancy's part.</param>
/// <param name="ProfitFactor">The profit factor's part.</param>
/// <param name="Drawdown">The drawdown's part.</param>
/// <param name="Sharpe">The Sharpe ratio's part.</param>
public readonly record struct CompositeScore(double Value, double Expectancy, double ProfitFactor, double Drawdown, double Sharpe)
{
    /// <summary>The score of figures.</summary>
    /// <param name="figures">The figures.</param>
    /// <param name="options">Shares and the drawdown limit.</param>
    /// <param name="riskShare">The share of the capital that 1 R stands for, by which the drawdown in R becomes a share of the capital.</param>
    public static CompositeScore Of(in PerformanceFigures figures, WeightOptions options, double riskShare)
    {
        var expectancy = double.IsNaN(figures.Expectancy) ? 0.5 : Math.Clamp(0.5 + (figures.Expectancy / 2), 0, 1);
        var profitFactor = double.IsNaN(figures.ProfitFactor) ? 0.5
            : double.IsPositiveInfinity(figures.ProfitFactor) ? 1
            : figures.ProfitFactor / (1 + figures.ProfitFactor);
        var drawdown = 1 - Math.Min(1, figures.Drawdown * riskShare / options.DrawdownLimit);
        var sharpe = double.IsNaN(figures.Sharpe) ? 0.5 : 0.5 + (0.5 * Math.Tanh(figures.Sharpe / 2));
        var value = (options.ExpectancyShare * expectancy) + (options.ProfitFactorShare * profitFactor)
            + (options.DrawdownShare * drawdown) + (options.SharpeShare * sharpe);
        return new(Math.Clamp(value, 0, 1), expectancy, profitFactor, drawdown, sharpe);
    }
}
