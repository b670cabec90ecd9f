using Ratchet.Learning.Markov;

namespace Ratchet.Lifecycle.Regimes;

/// <summary>One way to name the regime of every bar, on bars that its model was not fitted on.</summary>
/// <param name="Name">Such as "HMM, filtered".</param>
/// <param name="Causal">Whether the state of a bar comes from bars up to it only; others are for analysis.</param>
/// <param name="SwitchesPerYear">How often it changes its mind.</param>
/// <param name="MeanDwell">Bars between switches on average: bars over runs.</param>
/// <param name="Shares">The share of the bars in each state.</param>
/// <param name="MeanNextReturns">
/// The mean log return of the bar after a bar in each state; NaN where there is none. For a path that looks ahead it is no forecast.
/// </param>
public sealed record RegimePath(
    string Name, bool Causal, double SwitchesPerYear, double MeanDwell, IReadOnlyList<double> Shares, IReadOnlyList<double> MeanNextReturns)
{
    /// <summary>Counts a path.</summary>
    /// <param name="name">What it is called.</param>
    /// <param name="causal">Whether it looks back only.</param>
    /// <param name="path">A state a bar, at least one.</param>
    /// <param name="states">How many states there are.</param>
    /// <param name="closes">The close of each bar.</param>
    /// <param name="barsPerYear">Bars of a year.</param>
    internal static RegimePath Of(string name, bool causal, ReadOnlySpan<int> path, int states, ReadOnlySpan<double> closes, double barsPerYear)
    {
        var counts = new int[states];
        var sums = new double[states];
        var followed = new int[states];
        for (var t = 0; t < path.Length; t++)
        {
            counts[path[t]]++;
            if (t + 1 < path.Length)
            {
                sums[path[t]] += Math.Log(closes[t + 1] / closes[t]);
                followed[path[t]]++;
            }
        }

        var rows = path.Length;
        var switches = Dwells.Switches(path);
        return new RegimePath(
            name,
            causal,
            switches * barsPerYear / rows,
            (double)rows / (switches + 1),
            [.. counts.Select(c => (double)c / rows)],
            [.. sums.Select((s, k) => followed[k] == 0 ? double.NaN : s / followed[k])]);
    }
}
