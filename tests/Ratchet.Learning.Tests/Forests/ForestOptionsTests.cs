using Ratchet.Learning.Forests;

namespace Ratchet.Learning.Tests.Forests;

public sealed class ForestOptionsTests
{
    public static TheoryData<ForestOptions, bool> Bounds => new()
    {
        { new(), true },
        { new() { Trees = 1 }, true },
        { new() { Trees = 0 }, false },
        { new() { MaxDepth = 0 }, true },
        { new() { MaxDepth = -1 }, false },
        { new() { MinSamplesSplit = 1 }, false },
        { new() { MinSamplesLeaf = 0 }, false },
        { new() { MaxSamples = 0 }, false },
        { new() { MaxSamples = 0.001 }, true },
        { new() { MaxSamples = 1.001 }, false },
        { new() { MaxSamples = double.NaN }, false },
        { new() { MinImpurityDecrease = -1e-9 }, false },
        { new() { MinImpurityDecrease = double.NaN }, false },
        { new() { Task = (ForestTask)7 }, false },
        { new() { Task = ForestTask.Regression }, true },
        { new() { Task = ForestTask.Regression, Criterion = SplitCriterion.Gini }, false },
        { new() { Criterion = SplitCriterion.SquaredError }, false },
        { new() { Criterion = SplitCriterion.Entropy }, true },
        { new() { Bootstrap = false, MaxSamples = 0.5 }, false },
        { new() { Task = ForestTask.Regression, ClassWeight = ClassWeighting.Balanced }, false },
        { new() { ClassWeight = ClassWeighting.BalancedSubsample }, true },
        { new() { ClassWeight = (ClassWeighting)9 }, false },
        { new() { ClassWeights = [1, 2] }, true },
        { new() { ClassWeights = [0, 2] }, true },
        { new() { ClassWeights = [0, 0] }, false },
        { new() { ClassWeights = [1, -1] }, false },
        { new() { ClassWeights = [1, double.NaN] }, false },
        { new() { ClassWeights = [1, 2], ClassWeight = ClassWeighting.Balanced }, false },
        { new() { ClassWeights = [1, 2], Task = ForestTask.Regression }, false },
        { new() { Search = SplitSearch.Random }, true },
        { new() { Search = (SplitSearch)5 }, false },
    };

    [Theory]
    [MemberData(nameof(Bounds))]
    public void Validate_AtItsBounds_AcceptsOrRefuses(ForestOptions options, bool allowed) =>
        Assert.Equal(allowed, Record.Exception(options.Validate) switch { null => true, ArgumentException => false, var other => throw other });

    [Theory]
    [InlineData("sqrt", 78, 8)]
    [InlineData("SQRT", 1, 1)]
    [InlineData("log2", 78, 6)]
    [InlineData("log2", 64, 6)]
    [InlineData("log2", 1, 1)]
    [InlineData("all", 78, 78)]
    [InlineData("0.3", 78, 23)]
    [InlineData("0.001", 78, 1)]
    [InlineData("1.0", 78, 78)]
    [InlineData("1", 78, 1)]
    [InlineData("12", 78, 12)]
    [InlineData("100", 78, 78)]
    public void Resolve_EachRule_CountsAsScikitLearn(string text, int features, int expected)
    {
        var rule = MaxFeatures.Parse(text);
        Assert.Equal(expected, rule.Resolve(features));
        Assert.Equal(rule, MaxFeatures.Parse(rule.ToString()));
    }

    [Theory]
    [InlineData("")]
    [InlineData("0")]
    [InlineData("-3")]
    [InlineData("0.0")]
    [InlineData("1.5")]
    [InlineData("cube")]
    public void Parse_OtherText_IsRefused(string text) => Assert.Throws<FormatException>(() => MaxFeatures.Parse(text));

    [Fact]
    public void Default_MaxFeatures_IsTheSquareRoot() => Assert.Equal(MaxFeatures.Sqrt, default);
}
