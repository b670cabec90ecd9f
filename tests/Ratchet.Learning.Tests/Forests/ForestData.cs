using Ratchet.Learning.Learners;
using Ratchet.Learning.Binning;
using Ratchet.Numerics.Randomness;

namespace Ratchet.Learning.Tests.Forests;

/// <summary>Random tables with a planted signal: the target follows feature 0 and the product of features 1 and 2; the others are noise.</summary>
internal sealed class ForestData
{
    public required double[][] Columns { get; init; }

    public required double[] Signal { get; init; }

    public required double[] Labels { get; init; }

    public required double[] ThreeClasses { get; init; }

    public required double[] Numbers { get; init; }

    public required double[] Weights { get; init; }

    public int RowCount => Labels.Length;

    public int[] AllRows => [.. Enumerable.Range(0, RowCount)];

    public static ForestData Make(int rows, int features, ulong seed, double missing = 0)
    {
        var stream = StreamKey.FromSeed(seed).Open();
        var columns = Enumerable.Range(0, features).Select(_ => new double[rows]).ToArray();
        var data = new ForestData
        {
            Columns = columns,
            Signal = new double[rows],
            Labels = new double[rows],
            ThreeClasses = new double[rows],
            Numbers = new double[rows],
            Weights = new double[rows],
        };
        for (var i = 0; i < rows; i++)
        {
            for (var f = 0; f < features; f++)
            {
                var value = f % 5 == 4 ? stream.NextInt(3) : stream.NextNormal();
                columns[f][i] = stream.NextDouble() < missing ? double.NaN : value;
            }

            var s = Known(columns[0][i]) + (features > 2 ? Known(columns[1][i]) * Known(columns[2][i]) : 0);
            data.Signal[i] = s;
            data.Labels[i] = stream.NextDouble() < 1 / (1 + Math.Exp(-2 * s)) ? 1 : 0;
            data.ThreeClasses[i] = s + (0.5 * stream.NextNormal()) is var noisy && noisy < -0.5 ? 0 : noisy < 0.5 ? 1 : 2;
            data.Numbers[i] = s + (0.3 * stream.NextNormal());
            data.Weights[i] = stream.NextInt(4) * 0.5;
        }

        return data;
    }

    public BinnedMatrix Bin(int maxBins) => BinnedMatrix.Build(
        [.. Enumerable.Range(0, Columns.Length).Select(f => $"f{f}")],
        [.. Columns.Select(c => (ReadOnlyMemory<double>)c)],
        new(0, RowCount),
        new() { MaxBins = maxBins },
        1,
        CancellationToken.None);

    public TrainingView View(double[] targets, int[]? rows = null, double[]? weights = null) => new(rows ?? AllRows, targets, weights);

    public double[] Row(int row) => [.. Columns.Select(c => c[row])];

    private static double Known(double value) => double.IsNaN(value) ? 0.5 : value;
}
