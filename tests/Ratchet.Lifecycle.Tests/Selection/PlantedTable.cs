using Ratchet.Learning.Binning;
using Ratchet.Learning.Forests;
using Ratchet.Lifecycle.Selection;
using Ratchet.Numerics.Randomness;

namespace Ratchet.Lifecycle.Tests.Selection;

/// <summary>Three features that decide the class, a noisy copy of the first, the second turned round, and noise; a fixed column behind them.</summary>
internal static class PlantedTable
{
    private const int Noise = 9;

    public static SelectionTable Make(int rows = 2400, ulong seed = 1, Action<double[][], double[]>? change = null)
    {
        var stream = StreamKey.FromSeed(seed).Open();
        var columns = Enumerable.Range(0, 5 + Noise + 1).Select(_ => new double[rows]).ToArray();
        var target = new double[rows];
        for (var i = 0; i < rows; i++)
        {
            for (var f = 0; f < columns.Length; f++)
            {
                columns[f][i] = stream.NextNormal();
            }

            columns[3][i] = columns[0][i] + (0.2 * columns[3][i]);
            columns[4][i] = -2 * columns[1][i];
            var score = 2 * (columns[0][i] + columns[1][i] + columns[2][i]);
            target[i] = stream.NextDouble() < 1 / (1 + Math.Exp(-score)) ? 1 : 0;
        }

        change?.Invoke(columns, target);
        string[] names = ["first", "second", "third", "first_copy", "second_turned", .. Enumerable.Range(0, Noise).Select(n => $"noise_{n}"), "fixed"];
        var memories = columns.Select(c => (ReadOnlyMemory<double>)c).ToArray();
        return new()
        {
            Columns = memories[..^1],
            Matrix = BinnedMatrix.Build(names, memories, new(0, rows / 4), new() { MaxBins = 32 }, 1, TestContext.Current.CancellationToken),
            Rows = [.. Enumerable.Range(0, rows)],
            LabelEnds = [.. Enumerable.Range(3, rows)],
            Targets = [new("class", new ForestOptions { MaxDepth = 6, MinSamplesLeaf = 20, MinSamplesSplit = 40 }, target)],
            Purge = new() { PurgeBars = 3, EmbargoBars = 2 },
            Regimes = Enumerable.Range(0, rows).Select(i => i < rows / 2 ? 0 : 1).ToArray(),
            RegimeNames = ["early", "late"],
        };
    }
}
