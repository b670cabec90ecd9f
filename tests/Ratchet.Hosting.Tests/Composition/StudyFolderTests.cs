using Ratchet.Hosting.Composition;
using Ratchet.Hosting.Configuration;

namespace Ratchet.Hosting.Tests.Composition;

public sealed class StudyFolderTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Open_WhileOpen_IsRefusedAndLaterIsNot()
    {
        using (StudyFolder.Open(folder.Path, "one", TimeProvider.System))
        {
            var error = Assert.Throws<ConfigurationException>(() => StudyFolder.Open(folder.Path, "one", TimeProvider.System));
            Assert.Contains("'one'", error.Message, StringComparison.Ordinal);
            using var other = StudyFolder.Open(folder.Path, "two", TimeProvider.System);
        }

        using var again = StudyFolder.Open(folder.Path, "one", TimeProvider.System);
        Assert.Equal(["one", "two"], StudyFolder.List(folder.Path));
    }

    [Theory]
    [InlineData("")]
    [InlineData(".hidden")]
    [InlineData("..")]
    [InlineData("a/b")]
    [InlineData("a b")]
    [InlineData("ä")]
    public void Open_NameThatIsNoFolders_IsRefusedAndNothingIsMade(string name)
    {
        Assert.Throws<ConfigurationException>(() => StudyFolder.Open(folder.Path, name, TimeProvider.System));

        Assert.Empty(Directory.GetFileSystemEntries(folder.Path));
    }

    [Fact]
    public void Open_NameOfOneHundred_IsTheLongest()
    {
        using (StudyFolder.Open(folder.Path, new string('a', 100), TimeProvider.System))
        {
        }

        Assert.Throws<ConfigurationException>(() => StudyFolder.Open(folder.Path, new string('a', 101), TimeProvider.System));
    }

    [Fact]
    public void Write_Again_ReplacesTheFileAndLeavesNoOther()
    {
        using var study = StudyFolder.Open(folder.Path, "one", TimeProvider.System);
        study.Write("a.json", "old and longer");

        var path = study.Write("a.json", "new");

        Assert.Equal("new", File.ReadAllText(path));
        Assert.Empty(Directory.GetFiles(study.Path, "*.tmp"));
    }

    [Fact]
    public void Write_ReaderHoldsTheOldFile_KeepsReadingTheOld()
    {
        using var study = StudyFolder.Open(folder.Path, "one", TimeProvider.System);
        var path = study.Write("a.txt", "old");
        using var reader = new StreamReader(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete));

        study.Write("a.txt", "new");

        Assert.Equal("old", reader.ReadToEnd());
    }

    [Fact]
    public void OpenStage_Facts_SurviveReopening()
    {
        using (var study = StudyFolder.Open(folder.Path, "one", TimeProvider.System))
        {
            study.OpenWhole().Pin("data_hash", "abc");
        }

        using var again = StudyFolder.Open(folder.Path, "one", TimeProvider.System);
        Assert.Equal("abc", again.OpenWhole().UserAttributes["data_hash"]);
    }

    [Fact]
    public void Delete_Study_IsGoneAndOthersStay()
    {
        StudyFolder.Open(folder.Path, "one", TimeProvider.System).Dispose();
        StudyFolder.Open(folder.Path, "two", TimeProvider.System).Dispose();

        StudyFolder.Delete(folder.Path, "one");

        Assert.Equal(["two"], StudyFolder.List(folder.Path));
    }
}
