using Ratchet.Learning.Binning;
using Ratchet.Learning.Boosting;
using Ratchet.Learning.Learners;
using Ratchet.Numerics.Randomness;

namespace Ratchet.Learning.Tests.Boosting;

/// <summary>Random tables with few distinct values, so that every value has a bin of its own here and in any other histogram booster.</summary>
internal sealed class BoostingData
{
    public required double[][] Columns { get; init; }

    public required double[] Labels { get; init; }

    public required double[] ThreeClasses { get; init; }

    public required double[] Numbers { get; init; }

    public required double[] Weights { get; init; }

    public int RowCount => Labels.Length;

    public int[] AllRows => [.. Enumerable.Range(0, RowCount)];

    public static BoostingData Make(int rows, int features, ulong seed, double missing = 0, int values = 12, double missingEffect = 0)
    {
        var stream = StreamKey.FromSeed(seed).Open();
        var columns = Enumerable.Range(0, features).Select(_ => new double[rows]).ToArray();
        var data = new BoostingData
        {
            Columns = columns,
            Labels = new double[rows],
            ThreeClasses = new double[rows],
            Numbers = new double[rows],
            Weights = new double[rows],
        };
        for (var i = 0; i < rows; i++)
        {
            var signal = 0.0;
            for (var f = 0; f < features; f++)
            {
                var value = stream.NextInt(values);
                signal += f == 0 ? (value - (values / 2.0)) / values * 2 : f == 1 ? Math.Sin(value) : 0;
                columns[f][i] = stream.NextDouble() < missing ? double.NaN : value;
                signal += double.IsNaN(columns[f][i]) ? (f % 2 == 0 ? missingEffect : -missingEffect) : 0;
            }

            var noisy = signal + (0.7 * stream.NextNormal());
            data.Labels[i] = noisy > 0 ? 1 : 0;
            data.ThreeClasses[i] = noisy < -0.5 ? 0 : noisy < 0.6 ? 1 : 2;
            data.Numbers[i] = noisy;
            data.Weights[i] = 0.25 * (1 + stream.NextInt(8));
        }

        return data;
    }

    public BinnedMatrix Bin() => BinnedMatrix.Build(
        [.. Enumerable.Range(0, Columns.Length).Select(f => $"f{f}")],
        [.. Columns.Select(c => (ReadOnlyMemory<double>)c)],
        new(0, RowCount),
        new(),
        1,
        CancellationToken.None);

    public double[] Targets(BoostingObjective objective) => objective switch
    {
        BoostingObjective.BinaryLogistic => Labels,
        BoostingObjective.Softmax => ThreeClasses,
        _ => Numbers,
    };

    public double[] Row(int row) => [.. Columns.Select(c => c[row])];

    public BoostedTrees Learn(BoostingOptions options, bool weighted = false, int threads = 1, bool wide = false) =>
        new BoostedTreesLearner(options, StreamKey.FromSeed(3)).Learn(
            Bin(), new TrainingView(AllRows, Targets(options.Objective), weighted ? Weights : default), null, null, threads, wide, CancellationToken.None);
}
