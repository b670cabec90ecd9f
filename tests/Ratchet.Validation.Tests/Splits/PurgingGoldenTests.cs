using System.Text.Json;
using Ratchet.Numerics.Windows;
using Ratchet.Testing;
using Ratchet.Validation.Splits;

namespace Ratchet.Validation.Tests.Splits;

/// <summary>The training rows of the reference's combinatorial splits: several test blocks, purged one by one.</summary>
public sealed class PurgingGoldenTests
{
    [Fact]
    public void TrainRows_ReferenceSplits_AreTheSame()
    {
        using var file = JsonDocument.Parse(File.ReadAllText(SharedFiles.Require("golden/cpcv_n100.json")));
        var compared = 0;
        foreach (var item in file.RootElement.GetProperty("cases").EnumerateArray())
        {
            var n = item.GetProperty("n").GetInt32();
            var options = new PurgeOptions { PurgeBars = item.GetProperty("purge").GetInt32(), EmbargoBars = item.GetProperty("embargo").GetInt32() };
            var (rows, ends) = SampleSets.Consecutive(n, 1);
            foreach (var split in item.GetProperty("splits").EnumerateArray())
            {
                var blocks = split.GetProperty("test").EnumerateArray()
                    .Select(b => b.EnumerateArray().Select(x => x.GetInt32()).ToArray())
                    .Select(b => new IndexRange(b[0], b[^1] + 1))
                    .ToArray();
                var expected = split.GetProperty("train").EnumerateArray().Select(x => x.GetInt32()).ToArray();
                Assert.Equal(expected, Purging.TrainRows(rows, ends, blocks, options));
                compared++;
            }
        }

        Assert.Equal(105, compared);
    }

    [Fact]
    public void TrainRows_TwoBlocks_KeepWhatLiesBetween()
    {
        var (rows, ends) = SampleSets.Consecutive(20, 1);
        var train = Purging.TrainRows(rows, ends, [new(2, 4), new(14, 16)], new() { PurgeBars = 1, EmbargoBars = 2 });
        Assert.Equal([0, 7, 8, 9, 10, 11, 12, 19], train);
    }
}
