using Ratchet.Market.Feeds;
using Ratchet.Market.Quality;
using Ratchet.Market.Time;

namespace Ratchet.Market.Tests.Quality.Plain;

/// <summary>The rules for single rows, for their order, and for runs and outliers, each by its definition.</summary>
internal static class PlainRows
{
    public static void Run(RawBars bars, TimeFrame frame, Action<DefectKind, int> add)
    {
        for (var i = 0; i < bars.Count; i++)
        {
            double[] prices = [bars.Open[i], bars.High[i], bars.Low[i], bars.Close[i]];
            Where(prices.Append(bars.Volume[i]).Any(v => !double.IsFinite(v)), DefectKind.MissingValue, i);
            Where(prices.Any(p => p <= 0), DefectKind.NonPositivePrice, i);
            Where(bars.Volume[i] < 0, DefectKind.NegativeVolume, i);
            Where(prices.Any(p => p < bars.Low[i] || p > bars.High[i]), DefectKind.OhlcViolation, i);
            Where(UtcTime.Align(bars.OpenTime[i], frame) != bars.OpenTime[i], DefectKind.OffGrid, i);
            Where(bars.OpenTime.Take(i).Any(t => t > bars.OpenTime[i]), DefectKind.NonMonotone, i);
        }

        // Rows of one time that are not late: the first, and those after it.
        var rows = Enumerable.Range(0, bars.Count).Where(i => !bars.OpenTime.Take(i).Any(t => t > bars.OpenTime[i]));
        foreach (var group in rows.GroupBy(i => bars.OpenTime[i]).Where(g => g.Count() > 1))
        {
            var conflict = false;
            foreach (var row in group.Skip(1))
            {
                if (!conflict && Same(bars, row, group.First()))
                {
                    add(DefectKind.Duplicate, row);
                    continue;
                }

                Where(!conflict, DefectKind.ConflictingDuplicate, group.First());
                conflict = true;
                add(DefectKind.ConflictingDuplicate, row);
            }
        }

        void Where(bool isSo, DefectKind kind, int row)
        {
            if (isSo)
            {
                add(kind, row);
            }
        }
    }

    public static void Series(RawBars bars, int[] good, QualityOptions options, Action<DefectKind, int> add)
    {
        for (var from = 0; from < good.Length;)
        {
            var to = from + 1;
            while (to < good.Length && SamePrices(bars, good[to], good[from]))
            {
                to++;
            }

            for (var k = from; to - from >= options.StaleRun && k < to; k++)
            {
                add(DefectKind.StaleRun, good[k]);
            }

            from = to;
        }

        var changes = good.Select((row, k) => k == 0 ? 0 : Math.Log(bars.Close[row] / bars.Close[good[k - 1]])).ToArray();
        for (var k = 1; k < good.Length; k++)
        {
            var before = changes[Math.Max(1, k - options.OutlierWindow)..k];
            if (before.Length < Math.Min(50, options.OutlierWindow))
            {
                continue;
            }

            var median = Median(before);
            var deviation = Median(before.Select(c => Math.Abs(c - median)));
            if (deviation > 0 && Math.Abs(changes[k] - median) / (1.4826 * deviation) > options.OutlierThreshold)
            {
                add(DefectKind.Outlier, good[k]);
            }
        }
    }

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }

    private static bool Same(RawBars bars, int i, int j) => SamePrices(bars, i, j) && bars.Volume[i].Equals(bars.Volume[j]);

    private static bool SamePrices(RawBars bars, int i, int j) =>
        bars.Open[i].Equals(bars.Open[j]) && bars.High[i].Equals(bars.High[j]) && bars.Low[i].Equals(bars.Low[j]) && bars.Close[i].Equals(bars.Close[j]);
}
