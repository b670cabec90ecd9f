using Ratchet.Benchmarks.Cases;
using Ratchet.Benchmarks.Measurement;
using Ratchet.Learning.Binning;
using Ratchet.Learning.Forests;
using Ratchet.Learning.Learners;
using Ratchet.Numerics.Randomness;
using Ratchet.Numerics.Windows;

namespace Ratchet.Benchmarks.Learning;

/// <summary>How the time to fit grows with rows, features, trees and threads, and what class weights and more classes cost.</summary>
internal static class GrowthCases
{
    private const int AllFeatures = 78;
    private const int Runs = 3;
    private static readonly ForestOptions Base = new() { Trees = 25, MaxDepth = 10, MinSamplesSplit = 20, MinSamplesLeaf = 10 };
    private static readonly StreamKey Key = StreamKey.FromSeed(42);

    /// <summary>Seconds to fit, binning not included, with the exponent of time against rows fitted by least squares of logarithms.</summary>
    public static CaseResult Forest(BenchmarkContext context)
    {
        var quality = new List<KeyValuePair<string, double>>();
        Spread first = default;
        var logs = new List<(double X, double Y)>();
        foreach (var rows in new[] { 10_000, 100_000, 1_000_000 })
        {
            var (x, labels) = Table(context, rows, AllFeatures);
            var view = View(labels);
            foreach (var threads in new[] { 1, 2 })
            {
                var seconds = Seconds(x, view, Base, threads);
                quality.Add(new($"rows{rows}_threads{threads}", seconds.Least));
                if (threads == 1)
                {
                    logs.Add((Math.Log(rows), Math.Log(seconds.Least)));
                    first = rows == 100_000 ? seconds : first;
                }
            }
        }

        quality.Add(new("exponent_rows", Slope(logs)));
        foreach (var features in new[] { 20, 39, AllFeatures })
        {
            var (x, labels) = Table(context, PeerTable.TrainRows, features);
            quality.Add(new($"features{features}", Seconds(x, View(labels), Base, 1).Least));
        }

        var (whole, all) = Table(context, PeerTable.TrainRows, AllFeatures);
        foreach (var trees in new[] { 25, 50, 100 })
        {
            quality.Add(new($"trees{trees}", Seconds(whole, View(all), Base with { Trees = trees }, 1).Least));
        }

        return new(first, quality);
    }

    /// <summary>Milliseconds of processor time a tree on 100,000 rows by kind of forest: plain, balanced, weighted, more classes, random cuts, all features.</summary>
    public static CaseResult Kinds(BenchmarkContext context)
    {
        var quality = new List<KeyValuePair<string, double>>();
        var (x, labels) = Table(context, PeerTable.TrainRows, AllFeatures);
        var plain = Cpu(x, View(labels), Base);
        quality.Add(new("balanced", Cpu(x, View(labels), Base with { ClassWeight = ClassWeighting.Balanced }).Least));
        quality.Add(new("balanced_subsample", Cpu(x, View(labels), Base with { ClassWeight = ClassWeighting.BalancedSubsample }).Least));
        double[] weights = [.. Enumerable.Range(0, labels.Length).Select(i => 0.5 + (i / (double)labels.Length))];
        quality.Add(new("row_weights", Cpu(x, View(labels, weights), Base).Least));
        quality.Add(new("entropy", Cpu(x, View(labels), Base with { Criterion = SplitCriterion.Entropy }).Least));
        quality.Add(new("random_cuts", Cpu(x, View(labels), Base with { Search = SplitSearch.Random }).Least));
        var returns = PeerTable.Read(context.Arrays).Returns.AsSpan(0, PeerTable.TrainRows).ToArray();
        var order = returns.Order().ToArray();
        foreach (var classes in new[] { 3, 5, 8, 16 })
        {
            double[] cuts = [.. Enumerable.Range(1, classes - 1).Select(k => order[k * order.Length / classes])];
            double[] targets = [.. returns.Select(r => (double)cuts.Count(c => c <= r))];
            quality.Add(new($"classes{classes}", Cpu(x, View(targets), Base).Least));
            if (classes == 3)
            {
                quality.Add(new("classes3_balanced", Cpu(x, View(targets), Base with { ClassWeight = ClassWeighting.Balanced }).Least));
                quality.Add(new("classes3_row_weights", Cpu(x, View(targets, weights), Base).Least));
            }
        }

        var allFeatures = Base with { Trees = 10, MaxFeatures = MaxFeatures.All };
        foreach (var threads in new[] { 1, 2 })
        {
            quality.Add(new($"all_features_threads{threads}", Cpu(x, View(labels), allFeatures, threads).Least));
            quality.Add(new($"all_features_regression_threads{threads}", Cpu(x, View(returns), allFeatures with { Task = ForestTask.Regression }, threads).Least));
        }

        quality.Add(new("regression", Cpu(x, View(returns), Base with { Task = ForestTask.Regression }).Least));
        quality.Add(new("regression_depth15", Cpu(x, View(returns), Base with { Task = ForestTask.Regression, MaxDepth = 15, MinSamplesSplit = 30, MinSamplesLeaf = 15 }).Least));
        return new(plain, quality);
    }

    // More rows than the table has are its rows again, each value moved by a small amount that depends on row and feature only.
    private static (BinnedMatrix X, double[] Labels) Table(BenchmarkContext context, int rows, int features)
    {
        var table = PeerTable.Read(context.Arrays);
        var columns = new ReadOnlyMemory<double>[features];
        for (var f = 0; f < features; f++)
        {
            var stream = Key.Derive("table").Derive(f).Open();
            var source = table.Columns[f].Span;
            var column = new double[rows];
            for (var i = 0; i < rows; i++)
            {
                var value = source[i % PeerTable.TrainRows];
                column[i] = i < PeerTable.TrainRows ? value : value * (1 + (0.01 * (stream.NextDouble() - 0.5)));
            }

            columns[f] = column;
        }

        double[] labels = [.. Enumerable.Range(0, rows).Select(i => table.Labels[i % PeerTable.TrainRows])];
        var x = BinnedMatrix.Build(table.Names[..features], columns, new IndexRange(0, rows), new BinningOptions(), context.Threads, CancellationToken.None);
        return (x, labels);
    }

    private static TrainingView View(double[] targets, double[]? weights = null) => new(Enumerable.Range(0, targets.Length).ToArray(), targets, weights);

    private static Spread Seconds(BinnedMatrix x, TrainingView view, ForestOptions options, int threads) =>
        Spread.OfSeconds(() => new ForestLearner(options, Key).Learn(x, view, threads, CancellationToken.None), Runs);

    private static Spread Cpu(BinnedMatrix x, TrainingView view, ForestOptions options, int threads = 1)
    {
        var milliseconds = new double[5];
        for (var run = -1; run < milliseconds.Length; run++)
        {
            var busy = Environment.CpuUsage.TotalTime;
            new ForestLearner(options, Key).Learn(x, view, threads, CancellationToken.None);
            milliseconds[Math.Max(run, 0)] = (Environment.CpuUsage.TotalTime - busy).TotalMilliseconds / options.Trees;
        }

        return Spread.Of(milliseconds);
    }

    private static double Slope(List<(double X, double Y)> points)
    {
        var x = points.Average(p => p.X);
        var y = points.Average(p => p.Y);
        return points.Sum(p => (p.X - x) * (p.Y - y)) / points.Sum(p => (p.X - x) * (p.X - x));
    }
}
