using System.Diagnostics;
using Ratchet.Benchmarks.Cases;
using Ratchet.Benchmarks.Measurement;
using Ratchet.Learning.Learners;
using Ratchet.Learning.Binning;
using Ratchet.Learning.Forests;
using Ratchet.Numerics.Randomness;
using Ratchet.Numerics.Windows;

namespace Ratchet.Benchmarks.Learning;

/// <summary>P1 to P4a on the peers' arrays, and the single tree of the search's workload.</summary>
internal static class ForestCases
{
    private static readonly ForestOptions Classifier = new() { Trees = 100, MaxDepth = 10, MinSamplesSplit = 20, MinSamplesLeaf = 10 };
    private static readonly ForestOptions Regressor = Classifier with { Task = ForestTask.Regression, MaxDepth = 15, MinSamplesSplit = 30, MinSamplesLeaf = 15 };
    private static readonly StreamKey Key = StreamKey.FromSeed(42);

    public static CaseResult FitClassifier(BenchmarkContext context)
    {
        var table = PeerTable.Read(context.Arrays);
        var (spread, parts, forest, x) = Fit(table, table.Labels, Classifier, context.Threads);
        var predictions = Predict(forest, x, context.Threads);
        var labels = table.Labels[PeerTable.TrainRows..];
        var brier = labels.Zip(predictions, (y, p) => (y - p) * (y - p)).Average();
        return new(spread, [new("auc", Auc(labels, predictions)), new("brier", brier), new("nodes", forest.NodeCount), new("binning_s", parts)]);
    }

    public static CaseResult FitRegressor(BenchmarkContext context)
    {
        var table = PeerTable.Read(context.Arrays);
        var (spread, parts, forest, x) = Fit(table, table.Returns, Regressor, context.Threads);
        var predictions = Predict(forest, x, context.Threads);
        var targets = table.Returns[PeerTable.TrainRows..];
        var mean = targets.Average();
        var r2 = 1 - (targets.Zip(predictions, (y, p) => (y - p) * (y - p)).Sum() / targets.Sum(y => (y - mean) * (y - mean)));
        return new(spread, [new("r2", r2), new("nodes", forest.NodeCount), new("binning_s", parts)]);
    }

    public static CaseResult PredictBatch(BenchmarkContext context)
    {
        var (forest, x, rows, _) = Trained(context);
        var output = new double[rows.Length];
        var seconds = Spread.OfSeconds(() => forest.Predict(x, rows, output), 9);
        return new(seconds.Map(s => rows.Length / s / 1e6), [new("nodes", forest.NodeCount)]);
    }

    public static CaseResult PredictRow(BenchmarkContext context)
    {
        var (forest, x, rows, table) = Trained(context);
        var raw = rows.Take(1000).Select(table.Row).ToArray();
        var expected = new double[raw.Length];
        forest.Predict(x, rows.AsSpan(0, raw.Length), expected);
        var different = raw.Where((row, i) => forest.Predict(row) != expected[i]).Count();
        var micros = new double[raw.Length];
        long allocated = 0;
        for (var round = 0; round < 30; round++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            for (var i = 0; i < raw.Length; i++)
            {
                var start = Stopwatch.GetTimestamp();
                forest.Predict(raw[i]);
                micros[i] = Stopwatch.GetElapsedTime(start).TotalMicroseconds;
            }

            allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        }

        return new(Spread.Of(micros), [new("allocated_bytes", allocated), new("rows_unlike_batch", different)]);
    }

    public static CaseResult SearchTree(BenchmarkContext context)
    {
        const int Rows = 30_000;
        const int Features = 64;
        var table = PeerTable.Read(context.Arrays);
        var columns = table.Columns.Take(Features).Select(c => c[..Rows]).ToArray();
        var view = new TrainingView(Enumerable.Range(4000, 22_000).ToArray(), table.Labels.AsMemory(0, Rows), default);
        var returns = new TrainingView(view.Rows, table.Returns.AsMemory(0, Rows), default);
        var quality = new List<KeyValuePair<string, double>>();
        Spread first = default;
        foreach (var bins in new[] { 64, 255 })
        {
            var x = BinnedMatrix.Build(table.Names[..Features], columns, new IndexRange(0, Rows), new BinningOptions { MaxBins = bins }, context.Threads, CancellationToken.None);
            var options = Classifier with { Trees = 50 };
            var classification = TreeTime(x, view, options);
            first = bins == 64 ? classification : first;
            quality.Add(new($"classifier_{bins}", classification.Median));
            quality.Add(new($"classifier_{bins}_cpu", classification.Cpu));
            quality.Add(new($"regressor_{bins}", TreeTime(x, returns, options with { Task = ForestTask.Regression }).Median));
            quality.Add(new($"regressor_depth15_{bins}", TreeTime(x, returns, options with { Task = ForestTask.Regression, MaxDepth = 15 }).Median));
            quality.Add(new($"log2_depth12_{bins}", TreeTime(x, view, options with { MaxDepth = 12, MaxFeatures = MaxFeatures.Log2 }).Median));
        }

        return new(first, quality);
    }

    private static Spread TreeTime(BinnedMatrix x, TrainingView view, ForestOptions options) =>
        Spread.OfSeconds(() => new ForestLearner(options, Key).Learn(x, view, 1, CancellationToken.None)).Map(s => s * 1000 / options.Trees);

    private static (Spread Seconds, double Binning, RandomForest Forest, BinnedMatrix X) Fit(PeerTable table, double[] targets, ForestOptions options, int threads)
    {
        var rows = Enumerable.Range(0, PeerTable.TrainRows).ToArray();
        var train = table.Columns.Select(c => c[..PeerTable.TrainRows]).ToArray();
        RandomForest? forest = null;
        var binning = new List<double>();
        var seconds = Spread.OfSeconds(() =>
        {
            var start = Stopwatch.GetTimestamp();
            var x = BinnedMatrix.Build(table.Names, train, new IndexRange(0, PeerTable.TrainRows), new BinningOptions(), threads, CancellationToken.None);
            binning.Add(Stopwatch.GetElapsedTime(start).TotalSeconds);
            var view = new TrainingView(rows, targets.AsMemory(0, PeerTable.TrainRows), default);
            forest = new ForestLearner(options, Key).Learn(x, view, threads, CancellationToken.None);
        });
        return (seconds, Spread.Of([.. binning]).Median, forest!, Whole(table, threads));
    }

    private static BinnedMatrix Whole(PeerTable table, int threads) =>
        BinnedMatrix.Build(table.Names, table.Columns, new IndexRange(0, PeerTable.TrainRows), new BinningOptions(), threads, CancellationToken.None);

    private static (RandomForest Forest, BinnedMatrix X, int[] Rows, PeerTable Table) Trained(BenchmarkContext context)
    {
        var table = PeerTable.Read(context.Arrays);
        var x = Whole(table, context.Threads);
        var view = new TrainingView(Enumerable.Range(0, PeerTable.TrainRows).ToArray(), table.Labels, default);
        var forest = new ForestLearner(Classifier, Key).Learn(x, view, context.Threads, CancellationToken.None);
        return (forest, x, [.. Enumerable.Range(PeerTable.TrainRows, table.RowCount - PeerTable.TrainRows)], table);
    }

    private static double[] Predict(RandomForest forest, BinnedMatrix x, int threads)
    {
        var rows = Enumerable.Range(PeerTable.TrainRows, x.RowCount - PeerTable.TrainRows).ToArray();
        var output = new double[rows.Length];
        forest.Predict(x, rows, output, threads, CancellationToken.None);
        return output;
    }

    private static double Auc(double[] labels, double[] scores)
    {
        var order = Enumerable.Range(0, labels.Length).OrderBy(i => scores[i]).ToArray();
        var rankSum = 0.0;
        for (var start = 0; start < order.Length;)
        {
            var end = start;
            while (end < order.Length && scores[order[end]] == scores[order[start]])
            {
                end++;
            }

            rankSum += Enumerable.Range(start, end - start).Sum(k => labels[order[k]]) * (start + end + 1) / 2.0;
            start = end;
        }

        var positives = labels.Sum();
        return (rankSum - (positives * (positives + 1) / 2)) / (positives * (labels.Length - positives));
    }
}
