using Ratchet.Lifecycle.Honesty;

namespace Ratchet.Lifecycle.Tests.Honesty;

public sealed class HonestyRunnerTests
{
    private static readonly HonestyOptions Options = new()
    {
        Markets = 2,
        Bars = 3500,
        Seed = 100,
        InformationCoefficient = 0.3,
        Study = TinyStudy.Settings with { Hyperband = new() { MaximumResource = 3, Eta = 3 } },
    };

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Run_TwoMarkets_DoesNotDependOnTheNumberOfThreads(bool planted)
    {
        var done = new List<int>();
        var one = Run(Options, planted, 1, done.Add);
        var two = Run(Options, planted, 2, null);
        Assert.Equal(one.Verdicts, two.Verdicts);
        Assert.Equal(one with { Verdicts = [] }, two with { Verdicts = [] });
        Assert.Equal([100UL, 101UL], one.Verdicts.Select(v => v.Seed));
        Assert.Equal([1, 2], done);
        Assert.Equal((planted ? "planted" : "noise", planted ? 0.3 : 0), (one.Kind, one.InformationCoefficient));
    }

    [Fact]
    public void Run_StrongEdgeAndNoise_TellsThemApart()
    {
        var options = Options with { Markets = 6, Bars = 4000, Seed = 300 };
        var planted = Run(options, planted: true, 2, null);
        var noise = Run(options, planted: false, 2, null);
        var found = planted.Verdicts.Count(v => v.Chosen > v.RandomMedian);
        Assert.True(found >= 5, $"a strong edge beat random entries on {found} of 6 sealed parts: {string.Join('\n', planted.Verdicts)}");
        Assert.True(planted.MeanRandomPercentile > 80, $"mean percentile {planted.MeanRandomPercentile}");
        var profits = noise.Verdicts.Count(v => v.ChosenReturn > 0);
        Assert.True(profits <= 4, $"noise paid on {profits} of 6 sealed parts: {string.Join('\n', noise.Verdicts)}");
        // On noise the chosen configurations may not trade at all, and then have no percentile.
        Assert.False(
            noise.MeanRandomPercentile >= planted.MeanRandomPercentile,
            $"noise {noise.MeanRandomPercentile}, edge {planted.MeanRandomPercentile}");
        Assert.True(planted.MeanChosen > noise.MeanChosen + 0.1, $"edge {planted.MeanChosen}, noise {noise.MeanChosen}");
    }

    [Theory]
    [InlineData(1, 0.05, 6000)]
    [InlineData(10_001, 0.05, 6000)]
    [InlineData(2, 0, 6000)]
    [InlineData(2, 0.51, 6000)]
    [InlineData(2, 0.05, 2999)]
    public void Validate_JustOutside_Throws(int markets, double coefficient, int bars) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => (Options with { Markets = markets, InformationCoefficient = coefficient, Bars = bars }).Validate());

    [Theory]
    [InlineData(2, 0.001, 3000)]
    [InlineData(10_000, 0.5, 3000)]
    public void Validate_JustInside_Passes(int markets, double coefficient, int bars) =>
        (Options with { Markets = markets, InformationCoefficient = coefficient, Bars = bars }).Validate();

    private static KindSummary Run(HonestyOptions options, bool planted, int threads, Action<int>? finished) =>
        new HonestyRunner(options, TinyStudy.DatasetOptions, TimeProvider.System).Run(planted, threads, finished, TestContext.Current.CancellationToken);
}
