namespace Ratchet.Benchmarks.Parity;

/// <summary>One data set: columns, targets, and which rows are learned from; the rest are predicted.</summary>
/// <param name="Name">A word for tables and files.</param>
/// <param name="Names">The features.</param>
/// <param name="Columns">Float32 values held as double, so that both sides learn from the same numbers; NaN is missing.</param>
/// <param name="TrainRows">How many rows, from the first, are learned from.</param>
/// <param name="TestStart">The first row that is predicted; rows between belong to neither, where labels look ahead.</param>
/// <param name="Targets">A target a row for each task that the set has.</param>
internal sealed record ParitySet(
    string Name, string[] Names, double[][] Columns, int TrainRows, int TestStart, IReadOnlyDictionary<ParityTask, double[]> Targets)
{
    public int RowCount => Columns[0].Length;

    public bool HasMissing => Columns.Any(c => c.Any(double.IsNaN));

    public int ClassCount(ParityTask task) => task == ParityTask.Value ? 1 : (int)Targets[task].Max() + 1;

    /// <summary>The same with the median of the rows learned from in every gap, for peers that take no missing values.</summary>
    public ParitySet Filled() => !HasMissing ? this : this with { Name = Name + "-filled", Columns = [.. Columns.Select(Filled)] };

    /// <summary>Rounds to float32, in place.</summary>
    public static double[][] Rounded(double[][] columns)
    {
        foreach (var column in columns)
        {
            for (var i = 0; i < column.Length; i++)
            {
                column[i] = (float)column[i];
            }
        }

        return columns;
    }

    private double[] Filled(double[] column)
    {
        var known = column.Take(TrainRows).Where(v => !double.IsNaN(v)).Order().ToArray();
        var median = known[known.Length / 2];
        return Array.ConvertAll(column, v => double.IsNaN(v) ? median : v);
    }
}
