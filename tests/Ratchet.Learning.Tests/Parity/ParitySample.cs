using Ratchet.Learning.Binning;
using Ratchet.Learning.Learners;
using Ratchet.Numerics.Windows;

namespace Ratchet.Learning.Tests.Parity;

/// <summary>The data sets that peers were scored on by bench/peers/parity_recorded.py. Features are float32 numbers; the first rows are learned from.</summary>
internal sealed class ParitySample
{
    private ParitySample(double[][] columns, double[] targets, int train)
    {
        Columns = columns;
        Targets = targets;
        Train = train;
    }

    public double[][] Columns { get; }

    public double[] Targets { get; }

    public int Train { get; }

    /// <summary>The rows that are predicted.</summary>
    public int[] TestRows => [.. Enumerable.Range(Train, Targets.Length - Train)];

    public double[] Truth => Targets[Train..];

    /// <summary>Friedman (1991), first function, with noise of unit variance and five features without effect.</summary>
    public static ParitySample Friedman()
    {
        const int Rows = 4000;
        var stream = new CounterStream(1);
        var x = Cells(stream, Rows, 10);
        var y = new double[Rows];
        for (var i = 0; i < Rows; i++)
        {
            var noise = -6.0;
            for (var k = 0; k < 12; k++)
            {
                noise += stream.Next();
            }

            y[i] = (10 * Math.Sin(Math.PI * x[0][i] * x[1][i])) + (20 * (x[2][i] - 0.5) * (x[2][i] - 0.5)) + (10 * x[3][i]) + (5 * x[4][i]) + noise;
        }

        return new(x, y, 2000);
    }

    /// <summary>Two classes by the exclusive or of two features, blurred, with a weak linear effect and five features without.</summary>
    public static ParitySample Checkers()
    {
        const int Rows = 6000;
        var stream = new CounterStream(2);
        var x = Cells(stream, Rows, 8);
        var y = new double[Rows];
        for (var i = 0; i < Rows; i++)
        {
            var p = ((x[0][i] > 0.5) != (x[1][i] > 0.5) ? 0.75 : 0.2) + (0.2 * (x[2][i] - 0.5));
            y[i] = stream.Next() < p ? 1 : 0;
        }

        return new(x, y, 3000);
    }

    /// <summary>Three classes by the blurred distance from a point, with four features without effect.</summary>
    public static ParitySample Rings()
    {
        const int Rows = 6000;
        var stream = new CounterStream(3);
        var x = Cells(stream, Rows, 6);
        var y = new double[Rows];
        for (var i = 0; i < Rows; i++)
        {
            var radius = Math.Sqrt(((x[0][i] - 0.5) * (x[0][i] - 0.5)) + ((x[1][i] - 0.5) * (x[1][i] - 0.5))) + (0.3 * (stream.Next() - 0.5));
            y[i] = radius < 0.3 ? 0 : radius < 0.45 ? 1 : 2;
        }

        return new(x, y, 3000);
    }

    /// <summary>One row in sixteen is of class 1, and of every feature one value in seven is missing, after the targets were drawn from the whole.</summary>
    public static ParitySample Rare()
    {
        const int Rows = 8000;
        var stream = new CounterStream(4);
        var x = Cells(stream, Rows, 8);
        var y = new double[Rows];
        for (var i = 0; i < Rows; i++)
        {
            var p = x[0][i] > 0.7 && x[1][i] > 0.7 ? 0.4 : 0.015 + (0.03 * x[2][i]);
            y[i] = stream.Next() < p ? 1 : 0;
        }

        foreach (var column in x)
        {
            foreach (ref var value in column.AsSpan())
            {
                value = stream.Next() < 1.0 / 7 ? double.NaN : value;
            }
        }

        return new(x, y, 4000);
    }

    /// <summary>Whether the next hour moves more than the median hour, from the sizes of the last 24 moves and the last bar's range and body.</summary>
    public static ParitySample Hours(double[] open, double[] high, double[] low, double[] close)
    {
        const int Rows = 10_000;
        const int Lags = 24;
        const int TrainRows = 5000;
        var move = new double[close.Length - 1];
        for (var i = 0; i < move.Length; i++)
        {
            move[i] = Math.Abs(Math.Log(close[i + 1] / close[i]));
        }

        double[] sorted = [.. move[..(Lags + TrainRows)].Order()];
        var median = (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
        var x = new double[Lags + 2][];
        for (var f = 0; f < x.Length; f++)
        {
            x[f] = new double[Rows];
            for (var i = 0; i < Rows; i++)
            {
                var t = Lags + i;
                x[f][i] = (float)(f < Lags ? move[t - 1 - f] : f == Lags ? Math.Log(high[t] / low[t]) : Math.Log(close[t] / open[t]));
            }
        }

        return new(x, [.. Enumerable.Range(Lags, Rows).Select(t => move[t] > median ? 1.0 : 0.0)], TrainRows);
    }

    /// <summary>The same with missing values replaced by the medians of what the first rows have, as float32 numbers.</summary>
    public ParitySample Filled() => new(
        Array.ConvertAll(Columns, column =>
        {
            double[] sorted = [.. column[..Train].Where(v => !double.IsNaN(v)).Order()];
            var median = (float)((sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2);
            return Array.ConvertAll(column, v => double.IsNaN(v) ? median : v);
        }),
        Targets,
        Train);

    public BinnedMatrix Binned() => BinnedMatrix.Build(
        [.. Enumerable.Range(0, Columns.Length).Select(f => $"f{f}")],
        Array.ConvertAll(Columns, c => new ReadOnlyMemory<double>(c)),
        new IndexRange(0, Train),
        new BinningOptions(),
        2,
        TestContext.Current.CancellationToken);

    public TrainingView View() => new(Enumerable.Range(0, Train).ToArray(), Targets, default);

    private static double[][] Cells(CounterStream stream, int rows, int features)
    {
        var x = new double[features][];
        for (var f = 0; f < features; f++)
        {
            x[f] = new double[rows];
            for (var i = 0; i < rows; i++)
            {
                x[f][i] = (float)stream.Next();
            }
        }

        return x;
    }
}
