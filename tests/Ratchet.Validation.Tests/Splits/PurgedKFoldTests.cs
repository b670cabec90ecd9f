using FsCheck;
using FsCheck.Fluent;
using Ratchet.Numerics.Randomness;
using Ratchet.Numerics.Windows;
using Ratchet.Validation.Splits;

namespace Ratchet.Validation.Tests.Splits;

public sealed class PurgedKFoldTests
{
    [Fact]
    public void Split_MiddleBlock_PurgesBothSidesAndEmbargoesAfter()
    {
        // 20 bars, 4 folds of 5, labels of 3 bars, gap 2, embargo 1. Block [5, 10): before it, rows whose label ends after 5 go (3, 4) and rows from
        // 3 on go; after it, the labels reach to 12 = the gap's end, and the embargo takes one more.
        var (rows, ends) = SampleSets.Consecutive(20, 3);
        var split = new PurgedKFold(4, new() { PurgeBars = 2, EmbargoBars = 1 }, 1).Split(rows, ends)[1];
        Assert.Equal([5, 6, 7, 8, 9], split.TestRows);
        Assert.Equal([0, 1, 2, 13, 14, 15, 16, 17, 18, 19], split.TrainRows);
        Assert.Equal([new IndexRange(5, 10)], split.TestBlocks);
    }

    [Fact]
    public void Split_LabelsLongerThanTheGap_AreRemovedByTheirOverlap()
    {
        var (rows, ends) = SampleSets.Consecutive(20, 6);
        var split = new PurgedKFold(4, new() { PurgeBars = 1, EmbargoBars = 0 }, 1).Split(rows, ends)[2];

        // Block [10, 15): a label of row r ends at r + 6, so 4 is the last free row before; the block's labels reach to 20.
        Assert.Equal([0, 1, 2, 3, 4], split.TrainRows);
    }

    [Fact]
    public void Split_OneLongLabelInTheMiddleOfTraining_IsRemovedAlone()
    {
        var (rows, ends) = SampleSets.Consecutive(20, 1);
        ends[2] = 11;
        var split = new PurgedKFold(2, new() { PurgeBars = 0, EmbargoBars = 0 }, 1).Split(rows, ends)[1];
        Assert.Equal([0, 1, 3, 4, 5, 6, 7, 8, 9], split.TrainRows);
    }

    [Fact]
    public void Split_RowsWithHoles_CountsTheGapInBars()
    {
        int[] rows = [0, 10, 20, 30, 40, 50];
        int[] ends = [1, 11, 21, 31, 41, 51];
        var split = new PurgedKFold(3, new() { PurgeBars = 10, EmbargoBars = 0 }, 1).Split(rows, ends)[1];
        Assert.Equal([20, 30], split.TestRows);
        Assert.Equal([new IndexRange(20, 31)], split.TestBlocks);

        // Row 10 is exactly the gap before bar 20 and goes; row 40 is before bar 31 + 10 and goes.
        Assert.Equal([0, 50], split.TrainRows);
    }

    [Fact]
    public void Split_Remainder_GoesToTheLastBlock()
    {
        var (rows, ends) = SampleSets.Consecutive(11, 1);
        var splits = new PurgedKFold(3, new() { PurgeBars = 0, EmbargoBars = 0 }, 1).Split(rows, ends);
        Assert.Equal([3, 3, 5], splits.Select(s => s.TestRows.Length));
    }

    [Fact]
    public void Split_TooFewTrainingSamples_IsRefusedWithARemedy()
    {
        var (rows, ends) = SampleSets.Consecutive(1200, 1);
        var error = Assert.Throws<SplitRefusedException>(() => new PurgedKFold(5, new()).Split(rows, ends));
        Assert.Contains("at least 1000", error.Message, StringComparison.Ordinal);
        Assert.Contains("longer history", error.Message, StringComparison.Ordinal);
        Assert.Throws<SplitRefusedException>(() => new PurgedKFold(5, new(), 1).Split(rows.AsSpan(0, 4), ends.AsSpan(0, 4)));
    }

    [Fact]
    public void Split_BadInput_Throws()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new PurgedKFold(1, new()));
        Assert.Throws<ArgumentOutOfRangeException>(() => new PurgedKFold(2, new() { PurgeBars = -1 }));
        var splitter = new PurgedKFold(2, new(), 1);
        Assert.Throws<ArgumentException>(() => splitter.Split([1, 1], [2, 2]));
        Assert.Throws<ArgumentException>(() => splitter.Split([0, 1], [1, 1]));
        Assert.Throws<ArgumentException>(() => splitter.Split([0, 1], [1]));
    }

    [Fact]
    public void Split_AnySamples_NoTrainingLabelTouchesATestLabel() =>
        Check.QuickThrowOnFailure(Prop.ForAll<uint>(seed =>
        {
            var random = StreamKey.FromSeed(seed).Open();
            var rows = new List<int>();
            for (var bar = 0; rows.Count < 200; bar += 1 + random.NextInt(3))
            {
                rows.Add(bar);
            }

            var ends = rows.Select(r => r + 1 + random.NextInt(20)).ToArray();
            var purge = new PurgeOptions { PurgeBars = random.NextInt(30), EmbargoBars = random.NextInt(10) };
            var end = rows.Zip(ends).ToDictionary(x => x.First, x => x.Second);
            var splits = new PurgedKFold(2 + random.NextInt(6), purge, 1).Split(rows.ToArray(), ends);
            return splits.SelectMany(s => s.TestRows).SequenceEqual(rows) && splits.All(s =>
            {
                var first = s.TestRows[0];
                var last = s.TestRows[^1];
                var reach = s.TestRows.Max(t => end[t]);
                return s.TrainRows.All(r => r < first
                    ? end[r] <= first && r + purge.PurgeBars < first
                    : r > last + purge.PurgeBars + purge.EmbargoBars && r >= reach + purge.EmbargoBars)
                    && rows.Where(r => !s.TrainRows.Contains(r)).All(r =>
                        (r >= first - purge.PurgeBars && r < Math.Max(reach, last + 1 + purge.PurgeBars) + purge.EmbargoBars) || (r < first && end[r] > first));
            });
        }));
}
