using Ratchet.Numerics.Randomness;

namespace Ratchet.Benchmarks.Parity;

/// <summary>Sets whose structure is known, drawn from keyed streams.</summary>
internal static class SyntheticSets
{
    private static readonly StreamKey Key = StreamKey.FromSeed(20261121);

    /// <summary>
    /// Twenty features, half of them noise. The value is the function of Friedman (1991), 10 sin(pi a b) + 20 (c - 1/2)^2 + 10 d + 5 e, with unit noise;
    /// the class follows the exclusive or of two other features being above one half, blurred.
    /// </summary>
    public static ParitySet Friedman()
    {
        const int Rows = 16_000;
        var stream = Key.Derive("friedman").Open();
        var x = Draw(20, Rows, (f, _) => f < 10 ? stream.NextDouble() : stream.NextNormal());
        var value = new double[Rows];
        var label = new double[Rows];
        for (var i = 0; i < Rows; i++)
        {
            var bend = x[2][i] - 0.5;
            value[i] = (10 * Math.Sin(Math.PI * x[0][i] * x[1][i])) + (20 * bend * bend) + (10 * x[3][i]) + (5 * x[4][i]) + stream.NextNormal();
            var either = (x[5][i] > 0.5) != (x[6][i] > 0.5);
            label[i] = stream.NextDouble() < (either ? 0.7 : 0.2) + (0.1 * x[7][i]) ? 1 : 0;
        }

        return Halves("friedman", x, label, value);
    }

    /// <summary>
    /// One row in twenty is of class 1. A fifth of the cells of six features is missing at random, and one feature is missing more often in class 1.
    /// The value has heavy tails.
    /// </summary>
    public static ParitySet Imbalanced()
    {
        const int Rows = 20_000;
        var stream = Key.Derive("imbalanced").Open();
        var x = Draw(15, Rows, (_, _) => stream.NextNormal());
        var value = new double[Rows];
        var label = new double[Rows];
        for (var i = 0; i < Rows; i++)
        {
            var score = x[0][i] + (0.8 * x[1][i] * x[2][i]) + (x[3][i] > 1 ? 1 : 0) + Math.Sin(2 * x[4][i]);
            label[i] = stream.NextDouble() < 1 / (1 + Math.Exp(4.2 - score)) ? 1 : 0;
            var tail = stream.NextNormal() / Math.Sqrt((Math.Pow(stream.NextNormal(), 2) + Math.Pow(stream.NextNormal(), 2) + Math.Pow(stream.NextNormal(), 2)) / 3);
            value[i] = score + tail;
        }

        for (var i = 0; i < Rows; i++)
        {
            for (var f = 0; f < 6; f++)
            {
                x[f][i] = stream.NextDouble() < 0.2 ? double.NaN : x[f][i];
            }

            x[6][i] = stream.NextDouble() < (label[i] == 1 ? 0.5 : 0.1) ? double.NaN : x[6][i];
        }

        return Halves("imbalanced", x, label, value);
    }

    private static double[][] Draw(int features, int rows, Func<int, int, double> cell)
    {
        var x = new double[features][];
        for (var f = 0; f < features; f++)
        {
            x[f] = new double[rows];
            for (var i = 0; i < rows; i++)
            {
                x[f][i] = cell(f, i);
            }
        }

        return ParitySet.Rounded(x);
    }

    private static ParitySet Halves(string name, double[][] x, double[] label, double[] value) => new(
        name,
        [.. Enumerable.Range(0, x.Length).Select(f => $"f{f}")],
        x,
        label.Length / 2,
        label.Length / 2,
        new Dictionary<ParityTask, double[]> { [ParityTask.Binary] = label, [ParityTask.Value] = value });
}
