namespace Ratchet.Validation.Metrics;

/// <summary>Win rate discounted by how far the number of trades is from what was planned.</summary>
public static class TradeEfficiency
{
    /// <summary>winRate max(0, 1 - |f - optimum| / optimum), a tent that is 1 at the optimum and 0 at none and at twice as many. In [0, 1].</summary>
    /// <param name="winRate">A share in [0, 1].</param>
    /// <param name="tradesPerYear">The frequency f, from 0.</param>
    /// <param name="optimum">The planned trades a year, above 0.</param>
    public static double Of(double winRate, double tradesPerYear, double optimum) =>
        winRate * Math.Max(0, 1 - (Math.Abs(tradesPerYear - optimum) / optimum));
}
