using Ratchet.Validation.Metrics;

namespace Ratchet.Validation.Objectives;

/// <summary>
/// The weighted sum of six components, each mapped onto [0, 1] first, monotone and saturating, so that no single metric can dominate:
/// Sharpe and the logarithm of the profit factor by a logistic curve, drawdown linearly up to its limit, alpha persistence and trade efficiency
/// as they are, and the excess of volatility over its budget x as x / (1 + x), x in budgets. A run that misses a criterion ranks at
/// -1 - total shortfall, below every viable run; a run without trades ranks lowest of all.
/// </summary>
public sealed class CompositeObjective : IObjective
{
    private readonly CompositeOptions options;

    /// <summary>Sets up the objective.</summary>
    /// <param name="options">Weights, curves and criteria.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option is outside its range.</exception>
    public CompositeObjective(CompositeOptions options)
    {
        options.Validate();
        this.options = options;
    }

    /// <inheritdoc/>
    public string Name => "composite";

    /// <inheritdoc/>
    public ObjectiveScore Evaluate(PerformanceMetrics metrics)
    {
        var raw = RawComponents.Of(metrics, options);
        var components = new ScoreComponent[raw.Length];
        var composite = 0.0;
        for (var i = 0; i < raw.Length; i++)
        {
            components[i] = raw[i] with { Value = Map(raw[i].Name, raw[i].Raw) };
            composite += components[i].Contribution;
        }

        var viability = Viability.Of(metrics, options.Viability);
        return new(composite, viability.IsMet ? composite : -1 - viability.Shortfall, viability.IsMet, viability.Reasons, components);
    }

    private double Map(string name, double raw) => name switch
    {
        RawComponents.Sharpe => Logistic(options.SharpeSlope * (raw - options.SharpeTarget)),
        RawComponents.ProfitFactor => raw <= 0 ? 0 : Logistic(options.ProfitFactorSlope * Math.Log(raw / options.ProfitFactorTarget)),
        RawComponents.Drawdown => Math.Clamp(raw / options.DrawdownLimit, 0, 1),
        RawComponents.VolatilityPenalty => raw / (1 + raw),
        _ => Math.Clamp(raw, 0, 1),
    };

    private static double Logistic(double x) => 1 / (1 + Math.Exp(-x));
}
