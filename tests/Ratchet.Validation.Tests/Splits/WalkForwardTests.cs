using Ratchet.Validation.Splits;

namespace Ratchet.Validation.Tests.Splits;

public sealed class WalkForwardTests
{
    private static readonly PurgeOptions Purge = new() { PurgeBars = 2, EmbargoBars = 5 };

    [Fact]
    public void Split_Rolling_TrainingHasAFixedLengthAndEndsBeforeTheGap()
    {
        var (rows, ends) = SampleSets.Consecutive(20, 1);
        var splits = new WalkForward(new() { Windows = 2, MinimumTestBars = 1, MinimumTrainingSamples = 1 }, Purge).Split(rows, ends);
        Assert.Equal(2, splits.Count);
        Assert.Equal(Enumerable.Range(10, 5), splits[0].TestRows);
        Assert.Equal(Enumerable.Range(15, 5), splits[1].TestRows);
        Assert.Equal(Enumerable.Range(0, 8), splits[0].TrainRows);
        Assert.Equal(Enumerable.Range(5, 8), splits[1].TrainRows);
    }

    [Fact]
    public void Split_Anchored_TrainingGrowsFromTheFirstSample()
    {
        var (rows, ends) = SampleSets.Consecutive(20, 4);
        var splits = new WalkForward(new() { Windows = 2, MinimumTestBars = 1, MinimumTrainingSamples = 1, Anchored = true }, Purge).Split(rows, ends);

        // Labels of four bars reach further than the gap of two.
        Assert.Equal(Enumerable.Range(0, 7), splits[0].TrainRows);
        Assert.Equal(Enumerable.Range(0, 12), splits[1].TrainRows);
    }

    [Fact]
    public void Split_EnoughData_Makes51WindowsThatTileTheTest()
    {
        var (rows, ends) = SampleSets.Consecutive(20_000, 24);
        var splits = new WalkForward(new(), new()).Split(rows, ends);
        Assert.Equal(51, splits.Count);
        Assert.Equal(Enumerable.Range(10_000, 10_000), splits.SelectMany(s => s.TestRows));
        Assert.All(splits, s => Assert.True(s.TrainRows[^1] + 24 <= s.TestRows[0] && s.TrainRows.Length >= 1000));
    }

    [Fact]
    public void Split_LessData_AdaptsTheNumberOfWindows()
    {
        var (rows, ends) = SampleSets.Consecutive(4000, 1);
        Assert.Equal(11, new WalkForward(new(), new()).Split(rows, ends).Count);
    }

    [Fact]
    public void Split_FirstWindowTooEarly_BeginsLater()
    {
        var (rows, ends) = SampleSets.Consecutive(1500, 1);
        var splits = new WalkForward(new(), new()).Split(rows, ends);
        Assert.Equal(1024, splits[0].TestRows[0]);
        Assert.Equal(1000, splits[0].TrainRows.Length);
        Assert.Equal(2, splits.Count);
    }

    [Fact]
    public void Split_TooLittleData_IsRefusedWithARemedy()
    {
        var (rows, ends) = SampleSets.Consecutive(1100, 1);
        var error = Assert.Throws<SplitRefusedException>(() => new WalkForward(new(), new()).Split(rows, ends));
        Assert.Contains("longer history", error.Message, StringComparison.Ordinal);
        Assert.Throws<SplitRefusedException>(() => new WalkForward(new(), new()).Split([], []));
    }

    [Fact]
    public void Validate_OutsideTheRange_Throws()
    {
        Assert.Throws<ArgumentOutOfRangeException>(new WalkForwardOptions { Windows = 0 }.Validate);
        Assert.Throws<ArgumentOutOfRangeException>(new WalkForwardOptions { MinimumTestBars = 0 }.Validate);
        Assert.Throws<ArgumentOutOfRangeException>(new WalkForwardOptions { MinimumTrainingSamples = 0 }.Validate);
        Assert.Throws<ArgumentOutOfRangeException>(new WalkForwardOptions { FirstTestShare = 1 }.Validate);
        new WalkForwardOptions { Windows = 1, MinimumTestBars = 1, MinimumTrainingSamples = 1, FirstTestShare = 0.999 }.Validate();
    }
}
