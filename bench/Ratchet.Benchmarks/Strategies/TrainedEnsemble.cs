using Ratchet.Benchmarks.Cases;
using Ratchet.Benchmarks.Learning;
using Ratchet.Learning.Binning;
using Ratchet.Learning.Forests;
using Ratchet.Learning.Learners;
using Ratchet.Numerics.Randomness;
using Ratchet.Numerics.Windows;
using Ratchet.Strategies.Ensemble;

namespace Ratchet.Benchmarks.Strategies;

/// <summary>The ensemble of the defaults learned on the peers' 100,000 x 78 table; its meta layer on the 20,000 rows after them.</summary>
/// <param name="Model">The ensemble.</param>
/// <param name="Table">The peers' table.</param>
/// <param name="X">The quantised table.</param>
/// <param name="Context">Sides and regimes made up for each row.</param>
/// <param name="TestRows">The rows after the training part.</param>
internal sealed record TrainedEnsemble(EnsembleModel Model, PeerTable Table, BinnedMatrix X, MetaContext Context, int[] TestRows)
{
    public static TrainedEnsemble Learn(BenchmarkContext context)
    {
        var table = PeerTable.Read(context.Arrays);
        var x = BinnedMatrix.Build(
            table.Names, table.Columns, new IndexRange(0, PeerTable.TrainRows), new BinningOptions(), context.Threads, CancellationToken.None);
        var scale = 2 * Math.Sqrt(table.Returns.Average(r => r * r));
        double[][] targets =
        [
            table.Labels,
            [.. table.Returns.Select(r => Math.Clamp(0.5 + (r / scale), 0, 1))],
            [.. table.Labels.Select(y => 1 - y)],
            [.. table.Returns.Select(r => r / scale)],
        ];
        var options = new EnsembleOptions();
        var key = StreamKey.FromSeed(42);
        var trainRows = Enumerable.Range(0, PeerTable.TrainRows).ToArray();
        var testRows = Enumerable.Range(PeerTable.TrainRows, table.RowCount - PeerTable.TrainRows).ToArray();
        var predictions = new BasePredictions(table.RowCount);
        var forests = new RandomForest[EnsembleOptions.Roles.Count];
        foreach (var role in EnsembleOptions.Roles)
        {
            var view = new TrainingView(trainRows, targets[(int)role], default);
            forests[(int)role] = new ForestLearner(options[role], key.Derive((int)role)).Learn(x, view, context.Threads, CancellationToken.None);
            var output = new double[testRows.Length];
            forests[(int)role].Predict(x, testRows, output, context.Threads, CancellationToken.None);
            output.CopyTo(predictions[role], PeerTable.TrainRows);
        }

        var stream = key.Derive("context").Open();
        var side = new sbyte[table.RowCount];
        var bull = new double[table.RowCount];
        var bear = new double[table.RowCount];
        for (var i = 0; i < side.Length; i++)
        {
            side[i] = (sbyte)(stream.NextDouble() < 0.5 ? -1 : 1);
            bull[i] = stream.NextDouble();
            bear[i] = (1 - bull[i]) * stream.NextDouble();
        }

        var regimes = new MetaContext(side, bull, bear);
        var ends = Enumerable.Range(1, table.RowCount).ToArray();
        var weights = Enumerable.Repeat(1.0, table.RowCount).ToArray();
        var meta = MetaLayer.Learn(predictions, regimes, new(targets[3], targets[2], ends, weights), testRows, options.Meta);
        return new(new(forests, meta, 0.6), table, x, regimes, testRows);
    }
}
