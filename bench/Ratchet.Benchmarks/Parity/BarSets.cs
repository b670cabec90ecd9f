using Ratchet.Features.Labels;
using Ratchet.Features.Sets;
using Ratchet.Features.Statistics;
using Ratchet.Market.Bars;
using Ratchet.Market.Feeds;
using Ratchet.Market.Instruments;
using Ratchet.Market.Time;

namespace Ratchet.Benchmarks.Parity;

/// <summary>
/// Real bars: the technical and statistical features of the catalogue, and the targets of our labeller (the class that the profit barrier was met first, the
/// profit in R, and which of the three barriers came first). Rows are in order of time; as many rows as a label may look ahead lie between the parts.
/// </summary>
internal static class BarSets
{
    private const int Train = 12_000;
    private const int Test = 8_000;

    public static ParitySet Read(string name, string path, string symbol, TimeFrame frame, bool withClasses)
    {
        var bars = Bars(path, Symbol.Parse(symbol), frame);
        var catalogue = new FeatureCatalogue([.. TechnicalFeatures.All, .. StatisticalFeatures.All]);
        var table = FeatureBuilder.Build(bars, FeatureSet.All(catalogue), catalogue, Environment.ProcessorCount, CancellationToken.None);
        var options = new LabelOptions { RoundTripCost = 0.0015 };
        var signal = PrimarySignal.Compute(bars, options.MomentumBars, options.VolatilityBars);
        var labels = TradeLabeller.Compute(bars, signal, options);
        int[] usable = [.. Enumerable.Range(0, bars.Count).Where(t => double.IsFinite(labels.Entry[t]) && table.Columns.All(c => double.IsFinite(c[t])))];
        var testStart = Train + options.HorizonBars + 1;
        if (usable.Length < testStart + Test)
        {
            throw new InvalidOperationException($"{path} gives {usable.Length} labelled rows; {testStart + Test} are needed.");
        }

        var rows = usable[..(testStart + Test)];
        var targets = new Dictionary<ParityTask, double[]>
        {
            [ParityTask.Binary] = Part(labels.Entry, rows),
            [ParityTask.Value] = Part(labels.Profit, rows),
        };
        if (withClasses)
        {
            targets[ParityTask.Classes] = Part(Array.ConvertAll(labels.Barrier, b => (double)((int)b - (int)FirstBarrier.Profit)), rows);
        }

        return new(name, [.. table.Names], ParitySet.Rounded([.. table.Columns.Select(c => Part(c, rows))]), Train, testStart, targets);
    }

    private static BarSeries Bars(string path, Symbol symbol, TimeFrame frame)
    {
        var raw = BarCsvReader.Read(path).Bars;
        return new(symbol, frame, new BarColumns { OpenTime = raw.OpenTime, Open = raw.Open, High = raw.High, Low = raw.Low, Close = raw.Close, Volume = raw.Volume });
    }

    private static double[] Part(double[] column, int[] rows) => Array.ConvertAll(rows, t => column[t]);
}
