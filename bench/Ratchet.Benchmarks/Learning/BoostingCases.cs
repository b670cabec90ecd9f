using System.Diagnostics;
using Ratchet.Benchmarks.Cases;
using Ratchet.Benchmarks.Measurement;
using Ratchet.Learning.Binning;
using Ratchet.Learning.Boosting;
using Ratchet.Learning.Learners;
using Ratchet.Numerics.Randomness;
using Ratchet.Numerics.Windows;

namespace Ratchet.Benchmarks.Learning;

/// <summary>P5 on the peers' arrays, and how its cost grows with rows and threads.</summary>
internal static class BoostingCases
{
    private static readonly BoostingOptions Options = new() { Rounds = 150, MaxDepth = 6, LearningRate = 0.05, Subsample = 0.8 };
    private static readonly StreamKey Key = StreamKey.FromSeed(42);

    public static CaseResult Fit(BenchmarkContext context)
    {
        var table = PeerTable.Read(context.Arrays);
        var train = table.Columns.Select(c => c[..PeerTable.TrainRows]).ToArray();
        var view = new TrainingView(Enumerable.Range(0, PeerTable.TrainRows).ToArray(), table.Labels.AsMemory(0, PeerTable.TrainRows), default);
        BoostedTrees? model = null;
        var binning = new List<double>();
        var seconds = Spread.OfSeconds(() =>
        {
            var start = Stopwatch.GetTimestamp();
            var x = BinnedMatrix.Build(table.Names, train, new IndexRange(0, PeerTable.TrainRows), new BinningOptions(), context.Threads, CancellationToken.None);
            binning.Add(Stopwatch.GetElapsedTime(start).TotalSeconds);
            model = new BoostedTreesLearner(Options, Key).Learn(x, view, null, null, context.Threads, CancellationToken.None);
        });
        var whole = BinnedMatrix.Build(
            table.Names, table.Columns, new IndexRange(0, PeerTable.TrainRows), new BinningOptions(), context.Threads, CancellationToken.None);
        var rows = Enumerable.Range(PeerTable.TrainRows, table.RowCount - PeerTable.TrainRows).ToArray();
        var output = new double[rows.Length];
        model!.Predict(whole, rows, output);
        var labels = table.Labels[PeerTable.TrainRows..];
        return new(
            seconds,
            [
                new("auc", RankScore.Auc(labels, output)),
                new("brier", labels.Zip(output, (y, p) => (y - p) * (y - p)).Average()),
                new("training_loss", model.TrainingLosses[^1]),
                new("binning_s", Spread.Of([.. binning]).Median),
            ]);
    }

    public static CaseResult Growth(BenchmarkContext context)
    {
        const int Rounds = 20;
        var table = PeerTable.Read(context.Arrays);
        var quality = new List<KeyValuePair<string, double>>();
        Spread first = default;
        foreach (var rows in new[] { 10_000, 100_000, 1_000_000 })
        {
            var columns = table.Columns.Select(c => (ReadOnlyMemory<double>)Repeat(c.Span[..PeerTable.TrainRows], rows)).ToArray();
            var x = BinnedMatrix.Build(table.Names, columns, new IndexRange(0, Math.Min(rows, PeerTable.TrainRows)), new BinningOptions(), context.Threads, CancellationToken.None);
            var view = new TrainingView(Enumerable.Range(0, rows).ToArray(), Repeat(table.Labels.AsSpan(0, PeerTable.TrainRows), rows), default);
            var learner = new BoostedTreesLearner(Options with { Rounds = Rounds }, Key);
            foreach (var threads in new[] { 1, 2 })
            {
                var tree = Spread.OfSeconds(() => learner.Learn(x, view, null, null, threads, CancellationToken.None), rows > PeerTable.TrainRows ? 1 : 5)
                    .Map(s => s * 1000 / Rounds);
                first = rows == PeerTable.TrainRows && threads == 2 ? tree : first;
                quality.Add(new($"tree_ms_{rows / 1000}k_{threads}t", tree.Least));
            }
        }

        return new(first, quality);
    }

    // Small data are the first rows; large data are the table again and again.
    private static double[] Repeat(ReadOnlySpan<double> values, int rows)
    {
        var result = new double[rows];
        for (var start = 0; start < rows; start += values.Length)
        {
            var count = Math.Min(values.Length, rows - start);
            values[..count].CopyTo(result.AsSpan(start));
        }

        return result;
    }
}
