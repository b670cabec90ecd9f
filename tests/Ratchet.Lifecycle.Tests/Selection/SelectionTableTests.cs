using Ratchet.Lifecycle.Selection;
using Ratchet.Strategies.Ensemble;

namespace Ratchet.Lifecycle.Tests.Selection;

public sealed class SelectionTableTests
{
    [Fact]
    public void Of_Dataset_HasItsFeaturesAsCandidatesAndSideBehindThem()
    {
        var data = TinyStudy.Dataset(TinyStudy.Market(2200));
        var table = SelectionTable.Of(data, TinyStudy.Settings.Defaults.Labels, TinyStudy.Settings.Ensemble, [EnsembleRole.Profit, EnsembleRole.Entry], new());

        Assert.Equal(data.Features.Names, table.Names);
        Assert.Equal(["side", "momentum_size"], table.Matrix.Names.Skip(table.Names.Count));
        Assert.Equal(["entry", "profit"], table.Targets.Select(t => t.Name));
        Assert.All(table.Rows, r => Assert.All(table.Targets, t => Assert.True(double.IsFinite(t.Values[r]))));
        Assert.True(table.Regimes.IsEmpty);
        var report = FeatureSelector.Run(
            table, new() { Folds = 3, OuterFolds = 2, Trees = 5, Repeats = 1, MinimumFeatures = 3, MinimumTrainingSamples = 300 }, 2, TestContext.Current.CancellationToken);
        Assert.Equal(["entry", "profit"], report.Targets);
        Assert.InRange(report.Selected.Count, 3, 8);
        Assert.Equal(4, report.Nested.Count);
        Assert.Empty(report.Regimes);
    }

    [Fact]
    public void Of_Probabilities_GroupsByTheLargest()
    {
        var context = new MetaContext(new sbyte[5], new[] { double.NaN, 0.5, 0.2, 0.3, 0.4 }, new[] { double.NaN, 0.3, 0.6, 0.3, 0.4 });
        Assert.Equal([2, 0, 1, 2, 0], RegimeGroups.Of(context, [1, 2, 3, 4]).ToArray());
        Assert.True(RegimeGroups.Of(context, [0, 1]).IsEmpty);
    }

    [Fact]
    public void Defaults_LabelsWithoutCost_TakeThatOfTrading()
    {
        Assert.Equal(0.0014, new Ratchet.Lifecycle.Experiments.StudySettings().Defaults.Labels.RoundTripCost!.Value, 1e-15);
        var settings = TinyStudy.Settings with { Trading = new() { FeeRate = 0.001, SlippageBps = 5 } };
        Assert.Equal(0.003, settings.Defaults.Labels.RoundTripCost!.Value, 1e-15);
        Assert.Equal(0.002, (settings with { Labels = new() { RoundTripCost = 0.002 } }).Defaults.Labels.RoundTripCost);
    }
}
