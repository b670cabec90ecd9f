namespace Ratchet.Storage.Columns;

/// <summary>Replaces a file in one step: temporary file, flush, rename, flush of the folder. Readers see the old content or the new one.</summary>
internal static class AtomicFile
{
    public static void Write(string path, byte[] content, ICommitObserver? observer)
    {
        var temporary = path + ".tmp";
        using (var stream = new FileStream(temporary, FileMode.Create, FileAccess.Write, FileShare.None, 1))
        {
            stream.Write(content);
            stream.Flush(flushToDisk: true);
        }

        observer?.Reached($"{Path.GetFileName(path)} written");
        File.Move(temporary, path, overwrite: true);
        observer?.Reached($"{Path.GetFileName(path)} renamed");
        DirectoryFlush.Flush(Path.GetDirectoryName(path)!);
    }
}
