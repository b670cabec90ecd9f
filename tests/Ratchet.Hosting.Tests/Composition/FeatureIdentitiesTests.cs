using Ratchet.Features.Sets;
using Ratchet.Hosting.Composition;
using Ratchet.Search.Studies;

namespace Ratchet.Hosting.Tests.Composition;

public sealed class FeatureIdentitiesTests
{
    [Fact]
    public void Pin_CodeOfAFeatureChanged_IsRefusedByName()
    {
        var study = Study.LoadOrCreate(new InMemoryStudyStorage(), "s");
        FeatureIdentities.Pin(study, Table("ratchet", "My.Own 11aa"));
        FeatureIdentities.Pin(study, Table("ratchet", "My.Own 11aa"));
        var refused = Assert.Throws<StudyMismatchException>(() => FeatureIdentities.Pin(study, Table("ratchet", "My.Own 22bb")));
        foreach (var words in new[] { "'own'", "11aa", "22bb", "--fresh" })
        {
            Assert.Contains(words, refused.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Pin_StudyOfAnEarlierBuild_IsRefused()
    {
        var study = Study.LoadOrCreate(new InMemoryStudyStorage(), "s");
        study.Pin("data_hash", "x");
        Assert.Contains("--fresh", Assert.Throws<StudyMismatchException>(() => FeatureIdentities.Pin(study, Table("ratchet", "ratchet"))).Message, StringComparison.Ordinal);
    }

    private static FeatureTable Table(params string[] identities) => new()
    {
        Names = ["rsi_14", "own"],
        Columns = [],
        RowCount = 0,
        FirstCompleteRow = 0,
        Descriptors = [],
        Identities = identities,
    };
}
