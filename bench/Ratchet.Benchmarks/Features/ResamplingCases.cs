using Ratchet.Benchmarks.Cases;
using Ratchet.Benchmarks.Learning;
using Ratchet.Benchmarks.Measurement;
using Ratchet.Learning.Resampling;
using Ratchet.Numerics.Randomness;

namespace Ratchet.Benchmarks.Features;

/// <summary>SMOTE on the training part of a fold of a search: 22,000 rows, 64 features, one row in five of the rare class, filled up to the other.</summary>
internal static class ResamplingCases
{
    private const int Rows = 22_000;
    private const int Features = 64;

    public static CaseResult Smote(BenchmarkContext context)
    {
        var table = PeerTable.Read(context.Arrays);
        var columns = table.Columns.Take(Features).Select(c => c[..Rows]).ToArray();
        var targets = new double[Rows];
        for (var i = 0; i < Rows; i += 5)
        {
            targets[i] = 1;
        }

        var all = Enumerable.Range(0, Rows).ToArray();
        SyntheticRow[] drawn = [];
        var spread = Spread.OfSeconds(() => drawn = Ratchet.Learning.Resampling.Smote.Draw(
            columns, all, targets, new SmoteOptions(), StreamKey.FromSeed(1), 1, CancellationToken.None));
        return new(spread.Map(s => s * 1e3), [new("drawn", drawn.Length), new("pairs_M", Rows / 5 * (Rows / 5) / 1e6)]);
    }
}
