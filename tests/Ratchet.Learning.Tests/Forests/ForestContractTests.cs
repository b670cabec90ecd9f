using Ratchet.Learning.Binning;
using Ratchet.Learning.Forests;
using Ratchet.Learning.Learners;
using Ratchet.Numerics.Randomness;

namespace Ratchet.Learning.Tests.Forests;

/// <summary>The forest behind the interfaces that learners and models share, and the work of several threads within one tree.</summary>
public sealed class ForestContractTests
{
    private static readonly StreamKey Key = StreamKey.FromSeed(31);

    [Theory]
    [InlineData("two")]
    [InlineData("three")]
    [InlineData("number")]
    public void Learn_ThroughTheInterface_GivesTheSameModelAndTellsEveryTree(string kind)
    {
        var (data, targets, options) = Problem(kind);
        var table = Table(data, 64);
        ILearner learner = new ForestLearner(options, Key);
        Assert.Equal(MissingValues.Accepted, learner.MissingValues);
        var view = data.View(targets);
        var direct = new ForestLearner(options, Key).Learn(table.Binned, view, 1, CancellationToken.None);
        foreach (var threads in new[] { 1, 3 })
        {
            var told = new Recorder();
            var model = learner.Learn(table, view, data.View(targets, [1, 2, 3]), told, threads, CancellationToken.None);
            Assert.Equal(Enumerable.Range(1, options.Trees), told.Reports.Select(r => r.Done));
            Assert.All(told.Reports, r => Assert.True(r.Total == options.Trees && double.IsNaN(r.TrainingLoss) && double.IsNaN(r.ValidationLoss)));
            Assert.Equal(kind == "three" ? 3 : 1, model.OutputCount);
            var output = new double[data.RowCount * model.OutputCount];
            model.Predict(table, data.AllRows, output);
            var expected = new double[output.Length];
            if (kind == "three")
            {
                direct.PredictClasses(table.Binned, data.AllRows, expected);
            }
            else
            {
                direct.Predict(table.Binned, data.AllRows, expected);
            }

            Assert.Equal(expected, output);
        }
    }

    [Theory]
    [InlineData("two")]
    [InlineData("three")]
    public void Predict_TableOfOtherBins_IsQuantisedWithTheForestsOwn(string kind)
    {
        var (data, targets, options) = Problem(kind);
        var fine = Table(data, 64);
        var coarse = Table(data, 5);
        var forest = new ForestLearner(options, Key).Learn(fine, data.View(targets), null, null, 1, CancellationToken.None);
        int[] rows = [.. Enumerable.Range(0, 9000).Select(i => i * 7 % data.RowCount)];
        var expected = new double[rows.Length * forest.OutputCount];
        var actual = new double[expected.Length];
        forest.Predict(fine, rows, expected);
        forest.Predict(coarse, rows, actual);
        Assert.Equal(expected, actual);
        Assert.Throws<ArgumentException>(() => forest.Predict(coarse, [data.RowCount], new double[forest.OutputCount]));
        Assert.Throws<ArgumentException>(() => forest.Predict(fine, [0], new double[forest.OutputCount + 1]));
        var renamed = BinnedMatrix.Build([.. fine.Names.Select(n => n + "x")], Columns(data), new(0, data.RowCount), new(), 1, CancellationToken.None);
        Assert.Throws<ArgumentException>(() => forest.Predict(new LearningData([.. renamed.Names], Columns(data), renamed), [0], new double[forest.OutputCount]));
    }

    [Fact]
    public void Learn_ValidationOfAnotherLength_IsRefused()
    {
        var (data, targets, options) = Problem("two");
        Assert.Throws<ArgumentException>(() => new ForestLearner(options, Key).Learn(
            Table(data, 16), data.View(targets), new(new[] { 0 }, new double[3], default), null, 1, CancellationToken.None));
    }

    [Theory]
    [InlineData("two", SplitSearch.Best)]
    [InlineData("three", SplitSearch.Best)]
    [InlineData("number", SplitSearch.Best)]
    [InlineData("number", SplitSearch.Random)]
    public void Learn_MoreThreadsThanTrees_ShareEachTreeAndGiveTheSameBits(string kind, SplitSearch search)
    {
        // Many rows, so that the upper nodes are filled by several threads.
        var data = ForestData.Make(40_000, 11, 3, 0.02);
        var targets = kind == "three" ? data.ThreeClasses : kind == "number" ? data.Numbers : data.Labels;
        var options = new ForestOptions
        {
            Task = kind == "number" ? ForestTask.Regression : ForestTask.Classification, Trees = 2, MaxDepth = 6, MaxFeatures = MaxFeatures.Count(9), Search = search,
        };
        var x = data.Bin(255);
        var one = new ForestLearner(options, Key).Learn(x, data.View(targets), 1, CancellationToken.None);
        foreach (var threads in new[] { 4, 7, 20 })
        {
            var more = new ForestLearner(options, Key).Learn(x, data.View(targets), threads, CancellationToken.None);
            Assert.Equal(one.Trees.Nodes, more.Trees.Nodes);
            Assert.Equal(one.Trees.Values, more.Trees.Values);
            Assert.Equal(one.Trees.Gains, more.Trees.Gains);
        }
    }

    private static (ForestData Data, double[] Targets, ForestOptions Options) Problem(string kind)
    {
        var data = ForestData.Make(600, 6, 8, 0.05);
        var options = new ForestOptions { Trees = 7, Task = kind == "number" ? ForestTask.Regression : ForestTask.Classification };
        return (data, kind == "three" ? data.ThreeClasses : kind == "number" ? data.Numbers : data.Labels, options);
    }

    private static ReadOnlyMemory<double>[] Columns(ForestData data) => [.. data.Columns.Select(c => (ReadOnlyMemory<double>)c)];

    private static LearningData Table(ForestData data, int bins)
    {
        var x = data.Bin(bins);
        return new(x.Names, Columns(data), x);
    }

    private sealed class Recorder : IProgress<LearningProgress>
    {
        public List<LearningProgress> Reports { get; } = [];

        public void Report(LearningProgress value) => Reports.Add(value);
    }
}
