using Ratchet.Learning.Forests;
using Ratchet.Strategies.Ensemble;

namespace Ratchet.Strategies.Tests.Ensemble;

public sealed class EnsembleOptionsTests
{
    [Theory]
    [InlineData(EnsembleRole.Entry, ForestTask.Classification, 10, 20, 10, "sqrt")]
    [InlineData(EnsembleRole.Position, ForestTask.Regression, 8, 15, 8, "sqrt")]
    [InlineData(EnsembleRole.Exit, ForestTask.Classification, 12, 25, 12, "log2")]
    [InlineData(EnsembleRole.Profit, ForestTask.Regression, 15, 30, 15, "sqrt")]
    public void Defaults_OfEachModel_AreThoseOfTheSpecification(
        EnsembleRole role, ForestTask task, int depth, int split, int leaf, string features)
    {
        var options = new EnsembleOptions()[role];
        Assert.Equal((task, 100, depth, split, leaf), (options.Task, options.Trees, options.MaxDepth, options.MinSamplesSplit, options.MinSamplesLeaf));
        Assert.Equal(features, options.MaxFeatures.ToString());
    }

    [Fact]
    public void With_OneModel_ReplacesThatOneAlone()
    {
        var options = new EnsembleOptions();
        foreach (var role in EnsembleOptions.Roles)
        {
            var changed = options.With(role, options[role] with { Trees = 7 });
            Assert.Equal([.. EnsembleOptions.Roles.Select(r => r == role ? 7 : 100)], EnsembleOptions.Roles.Select(r => changed[r].Trees));
        }
    }

    [Fact]
    public void Validate_Defaults_Passes() => new EnsembleOptions().Validate();

    [Theory]
    [InlineData(1e-300, 20)]
    [InlineData(10, 20)]
    public void Validate_MetaJustInside_Passes(double l2, int rows) => new MetaOptions { L2 = l2, MinimumRows = rows }.Validate();

    [Theory]
    [InlineData(0, 20)]
    [InlineData(double.NaN, 20)]
    [InlineData(double.PositiveInfinity, 20)]
    [InlineData(10, 19)]
    public void Validate_MetaJustOutside_Throws(double l2, int rows) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new EnsembleOptions { Meta = new() { L2 = l2, MinimumRows = rows } }.Validate());
}
