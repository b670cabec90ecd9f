namespace Ratchet.Strategies.Tests.Ensemble;

/// <summary>
/// The sigmoid is fitted on two halves that score each other. Where labels end enters a layer through the gap between them only, so that the
/// ends alone tell what was purged.
/// </summary>
public sealed class MetaLayerPurgeTests
{
    private const int Half = 400;
    private static readonly int[] Learned = PlantedEnsemble.Range(0, 2 * Half);
    private static readonly int[] Applied = PlantedEnsemble.Range(2 * Half, 1000);

    [Fact]
    public void Learn_EndsThatReachNoOtherHalf_ChangeNothing()
    {
        var near = Confidence(r => r + 1);
        Assert.Equal(near, Confidence(r => r < Half ? Math.Min(r + 30, Half) : r + 90));
    }

    [Fact]
    public void Learn_LabelsAcrossTheHalves_ArePurged() =>
        Assert.NotEqual(Confidence(r => r + 1), Confidence(r => r < Half ? r + 40 : r + 1));

    [Fact]
    public void Learn_OneEarlyLabelOutlastsLaterOnes_EverythingFromItOnIsPurged()
    {
        // In the one case only row Half - 20 reaches into the second half, the later rows end before it; in the other all from it on do.
        var one = Confidence(r => r == Half - 20 ? Half + 5 : r < Half ? Math.Min(r + 3, Half) : r + 3);
        var all = Confidence(r => r is >= Half - 20 and < Half ? Half + 5 : r < Half ? Math.Min(r + 3, Half) : r + 3);
        Assert.Equal(all, one);
    }

    [Fact]
    public void Learn_LabelEndsWhereTheSecondHalfBegins_IsNotPurged()
    {
        var inside = Confidence(r => r == Half - 20 ? Half : r + 1);
        var outside = Confidence(r => r == Half - 20 ? Half + 1 : r + 1);
        Assert.Equal(Confidence(r => r + 1), inside);
        Assert.NotEqual(inside, outside);
    }

    [Fact]
    public void Learn_EveryLabelReachesTheOtherHalf_StillAnswers()
    {
        var confidence = Confidence(_ => 900);
        Assert.All(confidence, c => Assert.InRange(c, 0, 1));
    }

    private static double[] Confidence(Func<int, int> end)
    {
        var sample = new PlantedEnsemble(1000, 21);
        for (var i = 0; i < sample.LabelEnd.Length; i++)
        {
            sample.LabelEnd[i] = end(i);
        }

        var signals = sample.LearnAndApply(Learned, Applied);
        return [.. Applied.Select(r => signals.Confidence[r])];
    }
}
