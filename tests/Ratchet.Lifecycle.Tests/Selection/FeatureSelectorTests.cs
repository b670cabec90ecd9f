using Ratchet.Lifecycle.Selection;
using Ratchet.Numerics.Randomness;
using Ratchet.Validation.Splits;

namespace Ratchet.Lifecycle.Tests.Selection;

public sealed class FeatureSelectorTests
{
    private static readonly SelectionOptions Options = new()
    {
        MinimumFeatures = 2,
        Folds = 3,
        OuterFolds = 3,
        Trees = 20,
        Repeats = 2,
        Top = 3,
        MinimumTrainingSamples = 200,
        Seed = 3,
    };

    private static readonly Lazy<SelectionReport> Planted = new(() => Run(PlantedTable.Make()));

    private static SelectionReport Run(SelectionTable table, SelectionOptions? options = null, int threads = 2) =>
        FeatureSelector.Run(table, options ?? Options, threads, TestContext.Current.CancellationToken);

    [Fact]
    public void Run_PlantedFeatures_AreFoundAndTheirCopiesDropped()
    {
        var report = Planted.Value;
        var kept = report.Selected;

        Assert.Equal(1, kept.Count(n => n.StartsWith("first", StringComparison.Ordinal)));
        Assert.Equal(1, kept.Count(n => n.StartsWith("second", StringComparison.Ordinal)));
        Assert.Contains("third", kept);
        Assert.Equal(3, kept.Count);
        Assert.DoesNotContain("fixed", report.Features.Select(f => f.Name));
        var copy = report.Features.Single(f => f.Name.StartsWith("second", StringComparison.Ordinal) && !f.Kept);
        Assert.Equal((SelectionRule.Correlated, -1.0), (copy.Rule, Math.Round(copy.Correlation, 9)));
        Assert.True(double.IsNaN(copy.Share));
        Assert.Contains(copy.Twin!, kept);
        Assert.All(report.Features.Where(f => f.Name.StartsWith("noise", StringComparison.Ordinal)), f => Assert.Equal(SelectionRule.SmallShare, f.Rule));
        Assert.Equal(1, report.Features.Where(f => !double.IsNaN(f.Share)).Sum(f => f.Share), 1e-12);
        Assert.Equal(1, report.Features.Sum(f => f.FirstShare), 1e-12);
        Assert.Equal(1, report.Features.Sum(f => f.ImpurityShare), 1e-9);
        Assert.Equal((1.0, 3), (report.Stability.TopOverlap, report.Stability.Top));
        Assert.All(report.Features.Where(f => f.Kept), f => Assert.Equal(3, f.ChosenFolds));
    }

    [Fact]
    public void Run_PlantedFeatures_ChosenAreNoWorseThanAllOnUnseenFolds()
    {
        var report = Planted.Value;
        Assert.Equal([0, 1, 2], report.Nested.Select(n => n.Fold));
        Assert.Equal(2400, report.Nested.Sum(n => n.Rows));
        Assert.All(report.Nested, n => Assert.True(n.SelectedSkill > 0.2, $"{n}"));
        Assert.True(report.Nested.Average(n => n.SelectedSkill) > report.Nested.Average(n => n.WholeSkill));
    }

    [Fact]
    public void Run_NoiseAlone_HasNoSkillOnUnseenFoldsAndKeepsTheMinimum()
    {
        var stream = StreamKey.FromSeed(9).Open();
        var report = Run(PlantedTable.Make(change: (_, target) =>
        {
            for (var i = 0; i < target.Length; i++)
            {
                target[i] = stream.NextInt(2);
            }
        }));
        Assert.True(report.Selected.Count >= 2);
        Assert.All(report.Nested, n => Assert.True(n.SelectedSkill < 0.01, $"{n}"));
        Assert.True(report.Stability.Spearman < 0.5);
    }

    [Fact]
    public void Run_MinimumAboveWhatTheRulesLeave_FillsUpByImportanceThenWithCorrelatedOnes()
    {
        var report = Run(PlantedTable.Make(900), Options with { MinimumFeatures = 13 });
        Assert.Equal(13, report.Selected.Count);
        Assert.Single(report.Features, f => f.Rule == SelectionRule.Correlated);
        var filled = report.Features.Single(f => f.Twin is not null && f.Kept);
        Assert.Equal(SelectionRule.Minimum, filled.Rule);
        Assert.True(filled.FirstShare >= report.Features.Single(f => f.Rule == SelectionRule.Correlated).FirstShare);
        Assert.Equal(14, Run(PlantedTable.Make(900), Options with { MinimumFeatures = 99 }).Selected.Count);
    }

    [Fact]
    public void Run_AnyThreads_GivesTheSame()
    {
        var one = Run(PlantedTable.Make(900), threads: 1);
        var three = Run(PlantedTable.Make(900), threads: 3);
        Assert.Equal(one.Features.Select(f => (f.Name, f.Rule, f.FirstShare, f.Share, f.ImpurityShare)), three.Features.Select(f => (f.Name, f.Rule, f.FirstShare, f.Share, f.ImpurityShare)));
        Assert.Equal(one.Nested, three.Nested);
        Assert.Equal(one.Stability, three.Stability);
        Assert.NotEqual(one.Nested, Run(PlantedTable.Make(900), Options with { Seed = 4 }).Nested);
    }

    [Fact]
    public void Choice_RowsOutsideTheTrainingPartPoisoned_StaysTheSame()
    {
        int[] train = [.. Enumerable.Range(0, 900).Where(r => r < 600)];
        int[] ends = [.. train.Select(r => r + 3)];
        double[] Shares(SelectionTable table) => FeatureChoice.Make(
            table, train, ends, 3, Options, StreamKey.FromSeed(1), 1, TestContext.Current.CancellationToken).Second.Shares;
        var poisoned = PlantedTable.Make(900, change: (columns, target) =>
        {
            for (var row = 600; row < 900; row++)
            {
                target[row] = double.NaN;
                foreach (var column in columns)
                {
                    column[row] = row % 2 == 0 ? double.NaN : 1e9;
                }
            }
        });
        Assert.Equal(Shares(PlantedTable.Make(900)), Shares(poisoned));
        Assert.NotEqual(Shares(PlantedTable.Make(900)), Shares(PlantedTable.Make(900, change: (columns, _) => columns[0].AsSpan(500, 100).Fill(9))));
    }

    [Fact]
    public void Run_Regimes_AreReportedForEachSplit()
    {
        var report = Run(PlantedTable.Make(900));
        Assert.Equal(3, report.Regimes.Count);
        Assert.Equal([1.0, 0.0], report.Regimes[0].Test);
        Assert.Equal([0.0, 1.0], report.Regimes[2].Test);
        Assert.Equal([0.5, 0.5], report.Regimes[1].Test);

        // Fold 0 tests rows 0 to 299; labels reach 3 bars on and the embargo is 2: training begins at row 305.
        Assert.Equal(145 / 595.0, report.Regimes[0].Training[0], 1e-12);
    }

    [Fact]
    public void Run_BadOptions_AreRefusedByName()
    {
        var table = PlantedTable.Make(300);
        Assert.Equal("LeastShare", Assert.Throws<ArgumentOutOfRangeException>(() => Run(table, Options with { LeastShare = 1 })).ParamName);
        Assert.Equal("MaximumCorrelation", Assert.Throws<ArgumentOutOfRangeException>(() => Run(table, Options with { MaximumCorrelation = 0 })).ParamName);
        Assert.Throws<SplitRefusedException>(() => Run(table, Options with { MinimumTrainingSamples = 1000 }));
        Assert.Throws<ArgumentException>(() => Run(table with { Targets = [] }));
    }
}
