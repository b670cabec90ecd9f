using Ratchet.Strategies.Ensemble;

namespace Ratchet.Strategies.Tests.Ensemble;

public sealed class RollingFitTests
{
    private const int Bars = 1400;
    private const int Size = 200;
    private static readonly int[][] Windows = [.. Enumerable.Range(1, 6).Select(w => PlantedEnsemble.Range(w * Size, (w + 1) * Size))];

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(5)]
    public void Run_LaterOutcomesAndPredictionsChanged_SignalsUpToTheWindowStay(int window)
    {
        var before = Run(new(Bars, 41), 150, out _);
        var changed = new PlantedEnsemble(Bars, 41);
        var from = Windows[window][0];
        changed.Scramble(PlantedEnsemble.Range(from, Bars), 97);
        foreach (var role in EnsembleOptions.Roles)
        {
            changed.Predictions[role].AsSpan(from + Size).Fill(0.123);
        }

        var after = Run(changed, 150, out _);
        Assert.Equal(PlantedEnsemble.Values(before, Windows[window]), PlantedEnsemble.Values(after, Windows[window]));
        if (window + 1 < Windows.Length)
        {
            Assert.NotEqual(PlantedEnsemble.Values(before, Windows[window + 1]), PlantedEnsemble.Values(after, Windows[window + 1]));
        }
    }

    [Fact]
    public void Run_OutcomesStillOpenWhenTheWindowBegins_AreNotUsedForIt()
    {
        var before = Run(new(Bars, 42), 150, out _);
        var changed = new PlantedEnsemble(Bars, 42);
        var begins = Windows[3][0];
        var open = PlantedEnsemble.Range(begins - Size, begins).Where(r => changed.LabelEnd[r] > begins).ToArray();
        Assert.NotEmpty(open);
        changed.Scramble(open, 96);
        var after = Run(changed, 150, out _);
        Assert.Equal(PlantedEnsemble.Values(before, Windows[3]), PlantedEnsemble.Values(after, Windows[3]));
        Assert.NotEqual(PlantedEnsemble.Values(before, Windows[4]), PlantedEnsemble.Values(after, Windows[4]));
    }

    [Fact]
    public void Run_OutcomesKnownWhenTheWindowBegins_AreUsed()
    {
        var before = Run(new(Bars, 43), 150, out _);
        var changed = new PlantedEnsemble(Bars, 43);
        changed.Scramble(PlantedEnsemble.Range(Windows[2][0], Windows[2][0] + 50), 95);
        Assert.NotEqual(PlantedEnsemble.Values(before, Windows[3]), PlantedEnsemble.Values(Run(changed, 150, out _), Windows[3]));
    }

    [Fact]
    public void Run_BurnIn_KeepsTheFirstWindowsSilent()
    {
        // After two windows 400 rows are past, of which a few labels are still open; after three, nearly 600.
        var signals = Run(new(Bars, 44), 400, out var first);
        Assert.Equal(Windows[3][0], first);
        Assert.All(Windows[..3].SelectMany(w => w), r => Assert.True(double.IsNaN(signals.Confidence[r])));
        Assert.All(Windows[3..].SelectMany(w => w), r => Assert.True(double.IsFinite(signals.Confidence[r])));
    }

    [Fact]
    public void Run_BurnInNeverReached_SaysSoAndStaysSilent()
    {
        var signals = Run(new(Bars, 45), 5000, out var first);
        Assert.Equal(-1, first);
        Assert.All(signals.Confidence, c => Assert.True(double.IsNaN(c)));
    }

    [Fact]
    public void Run_EmptyWindow_IsPassedOver()
    {
        var sample = new PlantedEnsemble(Bars, 46);
        var plain = Run(sample, 150, out var first);
        var holed = RollingFit.Run(
            sample.Predictions, sample.Context, sample.Targets, [[], Windows[0], [], .. Windows[1..]], 150, new(), out var holedFirst);
        Assert.Equal(first, holedFirst);
        Assert.Equal(plain.Confidence, holed.Confidence);
    }

    private static EnsembleSignals Run(PlantedEnsemble sample, int burnIn, out int firstRow) =>
        RollingFit.Run(sample.Predictions, sample.Context, sample.Targets, Windows, burnIn, new(), out firstRow);
}
