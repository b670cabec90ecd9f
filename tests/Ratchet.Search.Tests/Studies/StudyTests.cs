using Ratchet.Search.Studies;

namespace Ratchet.Search.Tests.Studies;

public sealed class StudyTests
{
    private readonly InMemoryStudyStorage storage = new();

    [Theory]
    [InlineData(StudyDirection.Maximize, 1)]
    [InlineData(StudyDirection.Minimize, 3)]
    public void BestTrial_Direction_TakesTheBestCompleteAndTheFirstOfEquals(StudyDirection direction, int expected)
    {
        var study = Study.Create(storage, "s", direction);
        Assert.Null(study.BestTrial);
        study.CreateTrials([.. Enumerable.Range(0, 6).Select(_ => new TrialDraft([]))]);
        double[] values = [1, 5, 5, -2, 9];
        for (var i = 0; i < values.Length; i++)
        {
            study.UpdateTrials([new TrialUpdate(i) { State = i == 4 ? TrialState.Pruned : TrialState.Complete, Values = [values[i]] }]);
        }

        Assert.Equal(expected, study.BestTrial!.Number);
    }

    [Fact]
    public void LoadOrCreate_OtherDirection_Throws()
    {
        Study.LoadOrCreate(storage, "s");
        Assert.Equal("s", Study.LoadOrCreate(storage, "s").Name);
        Assert.Throws<StudyMismatchException>(() => Study.LoadOrCreate(storage, "s", StudyDirection.Minimize));
        Assert.Throws<ArgumentException>(() => Study.Load(storage, "absent"));
    }

    [Fact]
    public void Pin_OtherText_ThrowsAndNamesBoth()
    {
        var study = Study.Create(storage, "s");
        study.Pin("data", "abc");
        study.Pin("data", "abc");
        var error = Assert.Throws<StudyMismatchException>(() => study.Pin("data", "xyz"));
        Assert.Contains("data = abc, now it is xyz", error.Message, StringComparison.Ordinal);
    }
}
