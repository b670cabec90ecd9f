namespace Ratchet.Storage.Columns;

/// <summary>Replaces a file in one step; see <see cref="DiskSteps.Replace"/>.</summary>
internal static class AtomicFile
{
    public static void Write(string path, byte[] content, ICommitObserver? observer) => new DiskSteps(observer).Replace(path, content);
}
