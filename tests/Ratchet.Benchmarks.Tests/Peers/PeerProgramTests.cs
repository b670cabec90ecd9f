using Ratchet.Benchmarks.Peers;

namespace Ratchet.Benchmarks.Tests.Peers;

public sealed class PeerProgramTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("ratchet-peer-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public void Find_OnPath_IsTheFirst()
    {
        var (first, second) = (folder.CreateSubdirectory("a").FullName, folder.CreateSubdirectory("b").FullName);
        var path = string.Join(Path.PathSeparator, first, second);
        Assert.Null(PeerProgram.Find(name => name == "PATH" ? path : null));
        File.WriteAllText(Path.Combine(second, PeerProgram.TaLib), string.Empty);
        Assert.Equal(Path.Combine(second, PeerProgram.TaLib), PeerProgram.Find(name => name == "PATH" ? path : null));
        File.WriteAllText(Path.Combine(first, PeerProgram.TaLib), string.Empty);
        Assert.Equal(Path.Combine(first, PeerProgram.TaLib), PeerProgram.Find(name => name == "PATH" ? path : null));
    }

    [Fact]
    public void Find_NamedByTheVariable_IsThatOrNone()
    {
        var named = Path.Combine(folder.FullName, "other");
        File.WriteAllText(Path.Combine(folder.FullName, PeerProgram.TaLib), string.Empty);
        string? Variable(string name) => name == "PATH" ? folder.FullName : named;
        Assert.Null(PeerProgram.Find(Variable));
        File.WriteAllText(named, string.Empty);
        Assert.Equal(named, PeerProgram.Find(Variable));
    }
}
