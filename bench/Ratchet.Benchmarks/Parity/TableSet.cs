using Ratchet.Benchmarks.Learning;
using Ratchet.Benchmarks.Peers;

namespace Ratchet.Benchmarks.Parity;

/// <summary>A part of the peers' own table: 78 features of several shapes, weak signal.</summary>
internal static class TableSet
{
    private const int Train = 12_000;
    private const int Test = 8_000;

    public static ParitySet Read(PeerArrays arrays)
    {
        var table = PeerTable.Read(arrays);
        return new(
            "table",
            table.Names,
            [.. table.Columns.Select(c => Part(c.Span))],
            Train,
            Train,
            new Dictionary<ParityTask, double[]> { [ParityTask.Binary] = Part(table.Labels), [ParityTask.Value] = Part(table.Returns) });
    }

    private static double[] Part(ReadOnlySpan<double> column) => [.. column[..Train], .. column.Slice(PeerTable.TrainRows, Test)];
}
