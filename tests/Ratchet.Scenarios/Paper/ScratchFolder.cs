namespace Ratchet.Scenarios.Paper;

/// <summary>A folder that is gone after the test; in memory where the system has such a place, so that the disk's flushes do not count.</summary>
internal sealed class ScratchFolder : IDisposable
{
    private readonly string folder;

    public ScratchFolder() =>
        folder = Directory.Exists("/dev/shm")
            ? Directory.CreateDirectory(System.IO.Path.Combine("/dev/shm", "ratchet-paper-" + System.IO.Path.GetRandomFileName())).FullName
            : Directory.CreateTempSubdirectory("ratchet-paper-").FullName;

    /// <summary>A folder inside it that does not exist yet.</summary>
    public string Path => System.IO.Path.Combine(folder, "session");

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
