using Ratchet.Benchmarks.Peers;

namespace Ratchet.Benchmarks.Learning;

/// <summary>The peers' table of 120,000 rows and 78 features by column; the first 100,000 rows are for training.</summary>
internal sealed class PeerTable
{
    public const int TrainRows = 100_000;

    private PeerTable(string[] names, ReadOnlyMemory<double>[] columns, double[] labels, double[] returns)
    {
        Names = names;
        Columns = columns;
        Labels = labels;
        Returns = returns;
    }

    public string[] Names { get; }

    public ReadOnlyMemory<double>[] Columns { get; }

    public double[] Labels { get; }

    public double[] Returns { get; }

    public int RowCount => Labels.Length;

    public static PeerTable Read(PeerArrays arrays)
    {
        var shape = arrays.Shape("tab_X");
        var cells = arrays.Read<float>("tab_X");
        var columns = new ReadOnlyMemory<double>[shape[1]];
        for (var f = 0; f < shape[1]; f++)
        {
            var column = new double[shape[0]];
            for (var i = 0; i < shape[0]; i++)
            {
                column[i] = cells[(i * shape[1]) + f];
            }

            columns[f] = column;
        }

        return new(
            [.. Enumerable.Range(0, shape[1]).Select(f => $"f{f}")],
            columns,
            Array.ConvertAll(arrays.Read<byte>("tab_y"), b => (double)b),
            arrays.Read<double>("tab_yreg"));
    }

    public double[] Row(int row) => [.. Columns.Select(c => c.Span[row])];
}
