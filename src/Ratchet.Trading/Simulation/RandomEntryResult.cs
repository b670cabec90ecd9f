using Ratchet.Validation.Metrics;

namespace Ratchet.Trading.Simulation;

/// <summary>What random entries earn where a strategy earned its own result: one number a draw, in the order of the draws.</summary>
/// <param name="Returns">Total returns, shares.</param>
/// <param name="Composites">The objective's composite scores.</param>
public sealed record RandomEntryResult(double[] Returns, double[] Composites)
{
    /// <summary>The median total return.</summary>
    public double MedianReturn => TailRisk.Quantile(Returns, 0.5);

    /// <summary>The median composite score.</summary>
    public double MedianComposite => TailRisk.Quantile(Composites, 0.5);

    /// <summary>Where a return stands among the draws, from 0 to 100; equal draws count half.</summary>
    /// <param name="own">The strategy's total return.</param>
    public double ReturnPercentile(double own) => Percentile(Returns, own);

    /// <summary>Where a composite score stands among the draws, from 0 to 100; equal draws count half.</summary>
    /// <param name="own">The strategy's composite score.</param>
    public double CompositePercentile(double own) => Percentile(Composites, own);

    private static double Percentile(double[] draws, double own)
    {
        var below = 0.0;
        foreach (var draw in draws)
        {
            below += draw < own ? 1 : draw == own ? 0.5 : 0;
        }

        return 100 * below / draws.Length;
    }
}
