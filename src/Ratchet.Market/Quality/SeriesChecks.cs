using Ratchet.Market.Feeds;

namespace Ratchet.Market.Quality;

/// <summary>The checks over good rows that give warnings. Each row is judged by rows before it, never by the whole series.</summary>
internal static class SeriesChecks
{
    public static void Run(RawBars bars, int[] good, QualityOptions options, List<RowDefect> defects)
    {
        Stale(bars, good, options.StaleRun, defects);
        Outliers(bars, good, options, defects);
    }

    private static void Stale(RawBars bars, int[] good, int shortest, List<RowDefect> defects)
    {
        var start = 0;
        for (var k = 1; k <= good.Length; k++)
        {
            if (k < good.Length && HasSamePrices(bars, good[k], good[k - 1]))
            {
                continue;
            }

            for (var j = start; k - start >= shortest && j < k; j++)
            {
                defects.Add(new(DefectKind.StaleRun, good[j], bars.Line[good[j]], bars.OpenTime[good[j]]));
            }

            start = k;
        }
    }

    private static bool HasSamePrices(RawBars bars, int i, int j) =>
        bars.Close[i].Equals(bars.Close[j]) && bars.Open[i].Equals(bars.Open[j]) && bars.High[i].Equals(bars.High[j]) && bars.Low[i].Equals(bars.Low[j]);

    private static void Outliers(RawBars bars, int[] good, QualityOptions options, List<RowDefect> defects)
    {
        var trailing = new TrailingDeviation(options.OutlierWindow);
        var enough = Math.Min(50, options.OutlierWindow);
        for (var k = 1; k < good.Length; k++)
        {
            var row = good[k];
            var change = Math.Log(bars.Close[row] / bars.Close[good[k - 1]]);
            if (trailing.Count >= enough && trailing.Distance(change) > options.OutlierThreshold)
            {
                defects.Add(new(DefectKind.Outlier, row, bars.Line[row], bars.OpenTime[row]));
            }

            trailing.Add(change);
        }
    }
}
