using Ratchet.Search.Studies;

namespace Ratchet.Search.Tests.Studies;

public sealed class InMemoryStudyStorageTests : StudyStorageContract
{
    protected override IStudyStorage Open(TimeProvider timeProvider) => new InMemoryStudyStorage(timeProvider);

    [Fact]
    public void CreateTrials_WithoutClock_HasNoTimes()
    {
        var storage = new InMemoryStudyStorage();
        var id = storage.CreateStudy("s", [StudyDirection.Maximize]).Id;
        storage.CreateTrials(id, [Draft()]);
        Assert.Null(storage.GetTrials(id)[0].StartTime);
    }
}
