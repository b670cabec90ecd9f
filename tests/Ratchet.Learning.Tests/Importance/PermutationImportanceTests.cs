using Ratchet.Learning.Forests;
using Ratchet.Learning.Importance;
using Ratchet.Learning.Tests.Forests;
using Ratchet.Numerics.Randomness;

namespace Ratchet.Learning.Tests.Importance;

public sealed class PermutationImportanceTests
{
    private static readonly StreamKey Key = StreamKey.FromSeed(31);

    [Theory]
    [InlineData("two")]
    [InlineData("three")]
    [InlineData("number")]
    public void Compute_PlantedSignal_FindsItOnNewRows(string kind)
    {
        var data = ForestData.Make(2000, 8, 4);
        var x = data.Bin(64);
        var targets = kind == "two" ? data.Labels : kind == "three" ? data.ThreeClasses : data.Numbers;
        var options = new ForestOptions { Trees = 20, MinSamplesLeaf = 5, Task = kind == "number" ? ForestTask.Regression : ForestTask.Classification };
        var forest = new ForestLearner(options, Key).Learn(x, data.View(targets, [.. Enumerable.Range(0, 1200)]), 1, CancellationToken.None);
        int[] test = [.. Enumerable.Range(1200, 800)];
        var one = PermutationImportance.Compute(forest, x, test, targets, 3, Key, 1, CancellationToken.None);
        Assert.Equal(one, PermutationImportance.Compute(forest, x, test, targets, 3, Key, 4, CancellationToken.None));
        Assert.True(one.Take(3).Min() > 2 * one.Skip(3).Max(Math.Abs), string.Join(' ', one));
    }

    [Fact]
    public void Compute_OneFeature_IsTheGrowthOfTheLossByTheKeyedShuffle()
    {
        var data = ForestData.Make(60, 1, 4);
        var x = data.Bin(64);
        var forest = new ForestLearner(new() { Trees = 3, Task = ForestTask.Regression }, Key).Learn(x, data.View(data.Numbers), 1, CancellationToken.None);
        var shuffled = data.AllRows;
        Key.Derive(0).Derive(0).Open().Shuffle(shuffled.AsSpan());
        var expected = data.AllRows.Average(r => Math.Pow(data.Numbers[r] - forest.Predict(data.Row(shuffled[r])), 2))
            - data.AllRows.Average(r => Math.Pow(data.Numbers[r] - forest.Predict(data.Row(r)), 2));
        Assert.Equal(expected, PermutationImportance.Compute(forest, x, data.AllRows, data.Numbers, 1, Key, 1, CancellationToken.None)[0], 1e-12);
    }

    [Fact]
    public void Compute_RowsOrTargetsThatDoNotFit_AreRefused()
    {
        var data = ForestData.Make(60, 3, 4);
        var x = data.Bin(64);
        var forest = new ForestLearner(new() { Trees = 2 }, Key).Learn(x, data.View(data.Labels), 1, CancellationToken.None);
        Assert.Throws<ArgumentException>(() => PermutationImportance.Compute(forest, x, Array.Empty<int>(), data.Labels, 1, Key, 1, CancellationToken.None));
        Assert.Throws<ArgumentException>(() => PermutationImportance.Compute(forest, x, new[] { 60 }, data.Labels, 1, Key, 1, CancellationToken.None));
        Assert.Throws<ArgumentException>(() => PermutationImportance.Compute(forest, x, new[] { 1 }, data.Numbers, 1, Key, 1, CancellationToken.None));
        Assert.Throws<ArgumentOutOfRangeException>(() => PermutationImportance.Compute(forest, x, new[] { 1 }, data.Labels, 0, Key, 1, CancellationToken.None));
    }
}
