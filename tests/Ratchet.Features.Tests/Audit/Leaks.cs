using System.Collections.Concurrent;
using Ratchet.Market.Bars;

namespace Ratchet.Features.Tests.Audit;

/// <summary>One family for each way in which a feature has been seen to look ahead.</summary>
internal static class Leaks
{
    private static readonly ConcurrentDictionary<long, double> Remembered = new();
    private static readonly ConcurrentDictionary<string, double> LastSeen = new();
    private static double runningSum;

    public static IReadOnlyList<LeakyFamily> All { get; } =
    [
        new("future_bar", bars => Each(bars, i => bars.Close[Later(bars, i, 1)]), Honest),
        new("far_future_bar", bars => Each(bars, i => bars.Close[Later(bars, i, 40)]), Honest),
        new("incomplete_higher_frame", bars => Each(bars, i => bars.Close[EndOfFourHours(bars, i)]), Honest),
        new("smoothed_hidden_markov", SmoothedStates, FilteredStates),
        new("whole_series_normalisation", bars => Each(bars, i => (bars.Close[i] - Mean(bars.Close)) / Mean(bars.Volume)), Honest),
        new("whole_series_rank", WholeSeriesRank, Honest),
        new("centred_window", bars => Each(bars, i => Mean(bars.Close[Math.Max(0, i - 5)..(Later(bars, i, 5) + 1)])), Honest),
        new("scaled_by_labels", bars => Each(bars, i => bars.Volume[i] / (1 + Math.Abs(bars.Close[Later(bars, i, 24)] - bars.Close[i]))), Honest),
        new("once_in_500_bars", bars => Each(bars, i => bars.Close[i % 500 == 123 ? Later(bars, i, 1) : i]), Honest),
        new("encoded_in_nan", bars => Each(bars, i => bars.Close[Later(bars, i, 1)] < bars.Close[i] ? double.NaN : 1), () => _ => 1),
        new("encoded_in_which_nan", bars => Each(bars, i => Message(bars.Close[Later(bars, i, 1)] < bars.Close[i])), () => _ => double.NaN),
        new("through_a_cache", bars => Cached(bars), CachedStream),
        new("through_static_state", bars => Each(bars, i => runningSum += bars.Close[i] * 1e-3), () => bar => runningSum += bar.Close * 1e-3),
        new("last_of_the_run_before", LastOfTheRunBefore, Honest),
        new("length_of_the_series", bars => Each(bars, i => (double)i / bars.Count), Counted),
        new("filled_from_the_next", bars => Each(bars, i => bars.Close[i % 7 == 0 ? Later(bars, i, 1) : i]), Honest),
        new("hidden_in_the_last_digits", bars => Each(bars, i => bars.Close[i] * (1 + (bars.Close[Later(bars, i, 1)] > bars.Close[i] ? 1e-14 : 0))), Honest),
    ];

    private static Func<Bar, double> Honest() => bar => bar.Close;

    private static Func<Bar, double> Counted()
    {
        var seen = 0;
        return _ => seen++;
    }

    private static double[] Each(BarSeries bars, Func<int, double> value) => [.. Enumerable.Range(0, bars.Count).Select(value)];

    private static int Later(BarSeries bars, int index, int ahead) => Math.Min(index + ahead, bars.Count - 1);

    private static double Mean(ReadOnlySpan<double> values)
    {
        var sum = 0.0;
        foreach (var value in values)
        {
            sum += value;
        }

        return sum / values.Length;
    }

    private static int EndOfFourHours(BarSeries bars, int index)
    {
        const long FourHours = 4 * 3_600_000;
        var frame = bars.OpenTime[index] / FourHours;
        while (index + 1 < bars.Count && bars.OpenTime[index + 1] / FourHours == frame)
        {
            index++;
        }

        return index;
    }

    private static double[] WholeSeriesRank(BarSeries bars)
    {
        var sorted = bars.Close.ToArray();
        Array.Sort(sorted);
        return Each(bars, i => (double)Array.BinarySearch(sorted, bars.Close[i]) / sorted.Length);
    }

    // Two states of rising and falling bars: forward alone is honest, forward and backward is not.
    private static double[] SmoothedStates(BarSeries bars)
    {
        var forward = Each(bars, _ => 0);
        var step = FilteredStates();
        for (var i = 0; i < bars.Count; i++)
        {
            forward[i] = step(bars[i]);
        }

        var (up, down) = (1.0, 1.0);
        for (var i = bars.Count - 1; i >= 0; i--)
        {
            var both = (forward[i] * up) + ((1 - forward[i]) * down);
            var rises = bars.Close[i] >= bars.Open[i];
            var (likeUp, likeDown) = (rises ? 0.6 : 0.4, rises ? 0.4 : 0.6);
            var (nextUp, nextDown) = ((0.9 * likeUp * up) + (0.1 * likeDown * down), (0.1 * likeUp * up) + (0.9 * likeDown * down));
            forward[i] = forward[i] * up / both;
            (up, down) = (nextUp / (nextUp + nextDown), nextDown / (nextUp + nextDown));
        }

        return forward;
    }

    private static Func<Bar, double> FilteredStates()
    {
        var up = 0.5;
        return bar =>
        {
            var rises = bar.Close >= bar.Open;
            var before = (0.9 * up) + (0.1 * (1 - up));
            var (likeUp, likeDown) = (before * (rises ? 0.6 : 0.4), (1 - before) * (rises ? 0.4 : 0.6));
            up = likeUp / (likeUp + likeDown);
            return up;
        };
    }

    private static double Message(bool falls) => BitConverter.Int64BitsToDouble(0x7FF8_0000_0000_0000 + (falls ? 1 : 0));

    // The first calculation that sees a bar writes it down; later ones read the bar after theirs where it is known.
    private static double[] Cached(BarSeries bars)
    {
        for (var i = 0; i < bars.Count; i++)
        {
            Remembered.TryAdd(bars.OpenTime[i], bars.Close[i]);
        }

        return Each(bars, i => Remembered.GetValueOrDefault(bars.OpenTime[i] + bars.TimeFrame.Milliseconds, bars.Close[i]));
    }

    private static Func<Bar, double> CachedStream() => bar =>
    {
        Remembered.TryAdd(bar.OpenTime, bar.Close);
        return Remembered.GetValueOrDefault(bar.OpenTime + 3_600_000, bar.Close);
    };

    private static double[] LastOfTheRunBefore(BarSeries bars)
    {
        var before = LastSeen.GetValueOrDefault("close", double.NaN);
        LastSeen["close"] = bars.Close[^1];
        return Each(bars, _ => before);
    }
}
