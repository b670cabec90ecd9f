using Ratchet.Learning.Binning;
using Ratchet.Learning.Learners;
using Ratchet.Learning.Neighbours;
using Ratchet.Numerics.Windows;

namespace Ratchet.Learning.Tests.Neighbours;

public class NeighbourLearnerTests
{
    [Fact]
    public void Learn_TimeAndGroupFeatures_ConditionTheDistanceAndAreNotPartOfIt()
    {
        var data = Table(("x", [1, 2, 3, 4]), ("time", [10, 20, 30, 40]), ("session", [1, 1, 2, 2]));
        var retrieval = new NeighbourOptions { Neighbours = 1, OnlyPast = true, ExcludeSameGroup = true, Scaling = FeatureScaling.None };
        var learner = new NeighbourLearner(new NeighbourLearnerOptions { Regression = true, Retrieval = retrieval, TimeFeature = "time", GroupFeature = "session" });
        var view = new TrainingView(new[] { 0, 1, 2, 3 }, new[] { 5.0, 6, 7, 8 }, default);
        var model = learner.Learn(data, view, null, null, 1, CancellationToken.None);
        var output = new double[4];
        model.Predict(data, [0, 1, 2, 3], output);

        // Rows 0 and 1 have nothing before them outside their own session; rows 2 and 3 have row 1.
        Assert.Equal([double.NaN, double.NaN, 6, 6], output);
        var found = new Neighbour[1];
        Assert.Equal(1, model.Find(data, 3, found));
        Assert.Equal(1, model.EventRows[found[0].Index]);
        Assert.Equal(2, found[0].Distance);
    }

    [Fact]
    public void Learn_WeightsAndSomeRows_AreEventsWithTheirWeights()
    {
        var data = Table(("x", [1, 2, 3, 100]));
        var options = new NeighbourLearnerOptions { Retrieval = new NeighbourOptions { Neighbours = 3, Scaling = FeatureScaling.None } };
        var view = new TrainingView(new[] { 3, 2, 0, 1 }, new[] { 1.0, 0, 2, 2 }, new[] { 3.0, 1, 0, 1 });
        var model = new NeighbourLearner(options).Learn(data, view, null, null, 1, CancellationToken.None);
        Assert.Equal(3, model.OutputCount);
        Assert.Equal([3, 0, 1], model.EventRows.ToArray());
        var output = new double[3];
        model.Predict(data, [1], output);
        Assert.Equal([0.2, 0.6, 0.2], output);
    }

    [Fact]
    public void Learn_WrongOptions_Throw()
    {
        var data = Table(("x", [1, 2]), ("s", [0.5, 1]));
        var view = new TrainingView(new[] { 0, 1 }, new[] { 0.0, 1 }, default);
        void Learn(NeighbourLearnerOptions options) => new NeighbourLearner(options).Learn(data, view, null, null, 1, CancellationToken.None);
        Assert.Throws<ArgumentException>(() => Learn(new() { Retrieval = new() { OnlyPast = true } }));
        Assert.Throws<ArgumentException>(() => Learn(new() { Retrieval = new() { ExcludeSameGroup = true } }));
        Assert.Throws<ArgumentException>(() => Learn(new() { TimeFeature = "absent" }));
        Assert.Throws<ArgumentException>(() => Learn(new() { TimeFeature = "x", GroupFeature = "x" }));
        Assert.Throws<ArgumentException>(() => Learn(new() { TimeFeature = "x", GroupFeature = "s" }));
        Assert.Contains("'s'", Assert.Throws<ArgumentException>(() => Learn(new() { GroupFeature = "s" })).Message, StringComparison.Ordinal);
    }

    private static LearningData Table(params (string Name, double[] Values)[] columns)
    {
        string[] names = [.. columns.Select(c => c.Name)];
        ReadOnlyMemory<double>[] values = [.. columns.Select(c => (ReadOnlyMemory<double>)c.Values)];
        return new(names, values, BinnedMatrix.Build(names, values, new IndexRange(0, columns[0].Values.Length), new BinningOptions(), 1, CancellationToken.None));
    }
}
