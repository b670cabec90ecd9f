using Ratchet.Adaptation.Decomposition;

namespace Ratchet.Adaptation.Tests.Decomposition;

/// <summary>The figures computed plainly from a list.</summary>
internal static class PlainFigures
{
    public static PerformanceFigures Of(IReadOnlyList<StrategyTrade> trades)
    {
        var results = trades.Select(t => t.ResultInR).ToArray();
        var n = results.Length;
        var wins = results.Where(r => r > 0).ToArray();
        var losses = results.Where(r => r < 0).ToArray();
        var mean = n == 0 ? double.NaN : results.Average();
        var deviation = n < 2 ? double.NaN : Math.Sqrt(results.Sum(r => (r - mean) * (r - mean)) / (n - 1));
        var longest = 0;
        var run = 0;
        foreach (var r in results)
        {
            run = r < 0 ? run + 1 : 0;
            longest = Math.Max(longest, run);
        }

        return new(
            n,
            n == 0 ? double.NaN : (double)wins.Length / n,
            n == 0 ? double.NaN : (double)losses.Length / n,
            wins.Length == 0 ? 0 : wins.Average(),
            losses.Length == 0 ? 0 : -losses.Average(),
            mean,
            Ratio(results),
            deviation > 0 ? mean / deviation : double.NaN,
            Fall(results),
            run,
            longest,
            trades.Sum(t => t.Profit),
            Ratio([.. trades.Select(t => t.Profit)]),
            Fall([.. trades.Select(t => t.Profit)]),
            trades.Sum(t => t.Fees));
    }

    public static void AssertClose(PerformanceFigures expected, PerformanceFigures actual)
    {
        Assert.Equal((expected.Trades, expected.LosingRun, expected.LongestLosingRun), (actual.Trades, actual.LosingRun, actual.LongestLosingRun));
        double[] a = Numbers(expected);
        double[] b = Numbers(actual);
        for (var i = 0; i < a.Length; i++)
        {
            Assert.True(a[i].Equals(b[i]) || Math.Abs(a[i] - b[i]) <= 1e-9 * (1 + Math.Abs(a[i])), $"figure {i}: {a[i]:R} expected, {b[i]:R} found");
        }
    }

    private static double[] Numbers(PerformanceFigures f) =>
        [f.WinRate, f.LossRate, f.AverageWin, f.AverageLoss, f.Expectancy, f.ProfitFactor, f.Sharpe, f.Drawdown, f.Profit, f.MoneyProfitFactor, f.MoneyDrawdown, f.Fees];

    private static double Ratio(double[] results)
    {
        var gains = results.Where(r => r > 0).Sum();
        var lost = -results.Where(r => r < 0).Sum();
        return lost > 0 ? gains / lost : gains > 0 ? double.PositiveInfinity : double.NaN;
    }

    private static double Fall(double[] results)
    {
        double sum = 0, peak = 0, fall = 0;
        foreach (var r in results)
        {
            sum += r;
            peak = Math.Max(peak, sum);
            fall = Math.Max(fall, peak - sum);
        }

        return fall;
    }
}
