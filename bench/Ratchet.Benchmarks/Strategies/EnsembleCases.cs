using System.Diagnostics;
using Ratchet.Benchmarks.Cases;
using Ratchet.Benchmarks.Measurement;
using Ratchet.Features.Sets;
using Ratchet.Market.Bars;
using Ratchet.Market.Synthetic;
using Ratchet.Storage.Models;
using Ratchet.Strategies.Ensemble;

namespace Ratchet.Benchmarks.Strategies;

/// <summary>P4b, P21a and P21b: one row, loading, and what ten symbols hold in memory.</summary>
internal static class EnsembleCases
{
    private const double Mega = 1e6;

    public static CaseResult PredictRow(BenchmarkContext context)
    {
        var (model, table, x, regimes, rows) = TrainedEnsemble.Learn(context);
        var used = rows[..1000];
        var raw = used.Select(table.Row).ToArray();
        var expected = new EnsembleSignals(x.RowCount);
        model.Predict(x, used, regimes, expected, context.Threads, CancellationToken.None);
        var different = used.Where((row, i) => Signal(model, raw[i], regimes, row).Confidence != expected.Confidence[row]).Count();
        var micros = new double[raw.Length];
        long allocated = 0;
        for (var round = 0; round < 30; round++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            for (var i = 0; i < raw.Length; i++)
            {
                var start = Stopwatch.GetTimestamp();
                Signal(model, raw[i], regimes, used[i]);
                micros[i] = Stopwatch.GetElapsedTime(start).TotalMicroseconds;
            }

            allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        }

        return new(Spread.Of(micros), [new("allocated_bytes", allocated), new("rows_unlike_batch", different), new("nodes", Nodes(model))]);
    }

    public static CaseResult Load(BenchmarkContext context)
    {
        var trained = TrainedEnsemble.Learn(context);
        return WithFile(trained.Model, path =>
        {
            var start = Stopwatch.GetTimestamp();
            ModelFile.ReadEnsemble(path);
            var first = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
            var whole = Spread.OfSeconds(() => ModelFile.ReadEnsemble(path), 15).Map(s => s * 1000);
            var light = Spread.OfSeconds(() => ModelFile.ReadEnsemble(path, ModelDetail.Prediction), 15).Map(s => s * 1000);
            var verify = Spread.OfSeconds(() => ModelFile.Verify(path), 15).Map(s => s * 1000);
            var write = Spread.OfSeconds(() => ModelFile.Write(path, trained.Model, new()), 3).Map(s => s * 1000);
            return new CaseResult(
                whole,
                [
                    new("first_of_process_ms", first),
                    new("prediction_only_ms", light.Median),
                    new("prediction_only_least_ms", light.Least),
                    new("verify_ms", verify.Median),
                    new("write_ms", write.Median),
                    new("file_mb", new FileInfo(path).Length / Mega),
                    new("nodes", Nodes(trained.Model)),
                ]);
        });
    }

    public static CaseResult WorkingSet(BenchmarkContext context)
    {
        const int Symbols = 10;
        var model = TrainedEnsemble.Learn(context).Model;
        return WithFile(model, path =>
        {
            var bars = SyntheticMarket.Generate(new SyntheticMarketOptions { Bars = 3000 }).Bars;
            var catalogue = new FeatureCatalogue([.. TechnicalFeatures.All]);
            var set = FeatureSet.All(catalogue);
            Hold(path, set, catalogue, bars);
            var before = Settled();
            var held = Enumerable.Range(0, Symbols).Select(_ => Hold(path, set, catalogue, bars)).ToArray();
            var after = Settled();
            GC.KeepAlive(held);
            var workingSet = (after.WorkingSet - before.WorkingSet) / Mega;
            return new CaseResult(
                new(workingSet, workingSet, workingSet),
                [
                    new("managed_mb", (after.Managed - before.Managed) / Mega),
                    new("process_mb", after.WorkingSet / Mega),
                    new("features", set.Features.Count),
                    new("nodes_each", Nodes(held[0].Model)),
                ]);
        });
    }

    private static EnsembleSignal Signal(EnsembleModel model, double[] raw, MetaContext regimes, int row) =>
        model.Predict(raw, regimes.Side.Span[row], regimes.Bull.Span[row], regimes.Bear.Span[row]);

    private static (EnsembleModel Model, FeatureStreamSet Features) Hold(
        string path, FeatureSet set, FeatureCatalogue catalogue, BarSeries bars)
    {
        var model = ModelFile.ReadEnsemble(path, ModelDetail.Prediction).Model;
        var features = new FeatureStreamSet(set, catalogue, bars.TimeFrame);
        var outputs = new double[set.Features.Count];
        for (var i = 0; i < bars.Count; i++)
        {
            features.Update(bars[i], outputs);
        }

        return (model, features);
    }

    private static (double Managed, double WorkingSet) Settled()
    {
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        GC.WaitForPendingFinalizers();
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        using var process = Process.GetCurrentProcess();
        return (GC.GetTotalMemory(forceFullCollection: true), process.WorkingSet64);
    }

    private static CaseResult WithFile(EnsembleModel model, Func<string, CaseResult> run)
    {
        var folder = Directory.CreateTempSubdirectory("ratchet-bench-");
        try
        {
            var path = Path.Combine(folder.FullName, "ensemble.model");
            ModelFile.Write(path, model, new() { Name = "benchmark" });
            return run(path);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static double Nodes(EnsembleModel model) => EnsembleOptions.Roles.Sum(r => (double)model[r].NodeCount);
}
