using Ratchet.Learning.Binning;
using Ratchet.Learning.Forests;
using Ratchet.Numerics.Randomness;
using Ratchet.Numerics.Windows;
using Ratchet.Strategies.Ensemble;

namespace Ratchet.Strategies.Tests.Ensemble;

/// <summary>Four small forests over six features with missing values, and a layer learned on their predictions.</summary>
internal sealed class TrainedEnsemble
{
    private const int Features = 6;
    private readonly double[][] columns = new double[Features][];

    public TrainedEnsemble(int bars = 600, int minimumRows = 100)
    {
        var stream = StreamKey.FromSeed(7).Derive("ensemble").Open();
        for (var f = 0; f < Features; f++)
        {
            columns[f] = new double[bars];
        }

        Planted = new(bars, seed: 3);
        for (var i = 0; i < bars; i++)
        {
            for (var f = 0; f < Features; f++)
            {
                columns[f][i] = stream.NextDouble() < 0.05 ? double.NaN : stream.NextNormal();
            }

            columns[0][i] = Planted.Profit[i] + (0.5 * stream.NextNormal());
        }

        Matrix = BinnedMatrix.Build(
            ["a", "b", "c", "d", "e", "f"], [.. columns.Select(c => (ReadOnlyMemory<double>)c)], new IndexRange(0, bars), new() { MaxBins = 32 }, 1, CancellationToken.None);
        Rows = PlantedEnsemble.Range(0, bars);
        Forests = [.. EnsembleOptions.Roles.Select(r => Learn(r, Matrix))];
        Predictions = new(bars);
        foreach (var role in EnsembleOptions.Roles)
        {
            Forests[(int)role].Predict(Matrix, Rows, Predictions[role]);
        }

        Layer = MetaLayer.Learn(Predictions, Planted.Context, Planted.Targets, Rows, new() { MinimumRows = minimumRows });
        Model = new(Forests, Layer, 0.55);
    }

    public PlantedEnsemble Planted { get; }

    public BinnedMatrix Matrix { get; }

    public int[] Rows { get; }

    public RandomForest[] Forests { get; }

    public BasePredictions Predictions { get; }

    public MetaLayer Layer { get; }

    public EnsembleModel Model { get; }

    public double[] Row(int row) => [.. columns.Select(c => c[row])];

    public RandomForest Learn(EnsembleRole role, BinnedMatrix matrix)
    {
        double[] targets = role switch
        {
            EnsembleRole.Entry => [.. Planted.Profit.Select(p => p > 0 ? 1.0 : 0.0)],
            EnsembleRole.Position => [.. Planted.Profit.Select(p => Math.Clamp(p, 0, 1))],
            EnsembleRole.Exit => Planted.Exit,
            _ => Planted.Profit,
        };
        var options = new EnsembleOptions()[role] with { Trees = 7, MinSamplesSplit = 4, MinSamplesLeaf = 2 };
        return new ForestLearner(options, StreamKey.FromSeed(1).Derive((int)role)).Learn(matrix, new(Rows, targets, default), 1, CancellationToken.None);
    }
}
