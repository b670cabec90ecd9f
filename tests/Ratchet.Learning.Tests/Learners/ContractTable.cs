using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using Ratchet.Learning.Binning;
using Ratchet.Learning.Learners;
using Ratchet.Numerics.Randomness;
using Ratchet.Numerics.Windows;

namespace Ratchet.Learning.Tests.Learners;

/// <summary>A table of normal features whose first two carry the target, in arrays that a test may change before <see cref="Data"/> is asked for.</summary>
internal sealed class ContractTable
{
    private static readonly ConcurrentDictionary<(ContractTask, int, int), Lazy<ContractTable>> Shared = new();

    private LearningData? data;

    public ContractTable(ContractTask task, int rows, int features, ulong seed = 1)
    {
        Names = [.. Enumerable.Range(0, features).Select(f => $"feature-{f}")];
        Columns = [.. Enumerable.Range(0, features).Select(_ => new double[rows])];
        Targets = new double[rows];
        Rows = [.. Enumerable.Range(0, rows)];
        EdgeRows = new IndexRange(0, rows);
        var random = StreamKey.FromSeed(seed).Open();
        for (var row = 0; row < rows; row++)
        {
            foreach (var column in Columns)
            {
                column[row] = random.NextNormal();
            }

            var signal = (2 * Columns[0][row]) - (features > 1 ? Columns[1][row] : 0) + (0.5 * random.NextNormal());
            Targets[row] = task switch
            {
                ContractTask.Binary => signal > 0 ? 1 : 0,
                ContractTask.MultiClass => signal > 1 ? 2 : signal > -1 ? 1 : 0,
                _ => signal,
            };
        }
    }

    public string[] Names { get; set; }

    public double[][] Columns { get; }

    public double[] Targets { get; }

    public double[] Weights { get; set; } = [];

    public int[] Rows { get; set; }

    /// <summary>The rows that bins are learned from.</summary>
    public IndexRange EdgeRows { get; set; }

    public LearningData Data => data ??= MakeData();

    public TrainingView View => new(Rows, Targets, Weights);

    /// <summary>A large table, made once for all tests of its size.</summary>
    public static ContractTable Large(ContractTask task, int rows, int features) =>
        Shared.GetOrAdd((task, rows, features), key => new(() => new ContractTable(key.Item1, key.Item2, key.Item3))).Value;

    /// <summary>A number that changes with any bit of the inputs.</summary>
    public ulong Fingerprint()
    {
        var hash = new HashCode();
        foreach (var column in Columns)
        {
            hash.AddBytes(MemoryMarshal.AsBytes(column.AsSpan()));
        }

        hash.AddBytes(MemoryMarshal.AsBytes(Targets.AsSpan()));
        hash.AddBytes(MemoryMarshal.AsBytes(Weights.AsSpan()));
        hash.AddBytes(MemoryMarshal.AsBytes(Rows.AsSpan()));
        for (var f = 0; f < Columns.Length; f++)
        {
            hash.AddBytes(Data.Binned.Column(f));
        }

        return (uint)hash.ToHashCode();
    }

    private LearningData MakeData()
    {
        ReadOnlyMemory<double>[] columns = [.. Columns];
        var binned = BinnedMatrix.Build(Names, columns, EdgeRows, new BinningOptions(), 2, CancellationToken.None);
        return new(Names, columns, binned);
    }
}
