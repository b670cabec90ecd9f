namespace Ratchet.Storage.Columns;

/// <summary>
/// Every change that the column store makes to the disk, step by step. With an observer each write is done in two halves and the observer is told after
/// each half, flush, rename and removal, so that a test can stop the world between any two of them: once the observer has thrown, nothing more is done.
/// </summary>
internal sealed class DiskSteps(ICommitObserver? observer)
{
    private bool isStopped;

    public void Write(FileStream stream, ReadOnlySpan<byte> bytes, string what)
    {
        if (observer is null)
        {
            stream.Write(bytes);
            return;
        }

        stream.Write(bytes[..(bytes.Length / 2)]);
        stream.Flush();
        Reached($"{what} half written");
        stream.Write(bytes[(bytes.Length / 2)..]);
        stream.Flush();
        Reached($"{what} written");
    }

    /// <summary>
    /// Writes the head of a column file over the one that is there, in one system call. It lies within the file's first sector, which a disk writes entirely
    /// or not at all; so there is no state between the two heads.
    /// </summary>
    public void WriteHead(FileStream stream, ReadOnlySpan<byte> head, string what)
    {
        RandomAccess.Write(stream.SafeFileHandle, head, 0);
        Reached($"{what} head written");
    }

    public void Flush(FileStream stream, string what)
    {
        stream.Flush(flushToDisk: true);
        Reached($"{what} flushed");
    }

    public void CutTo(FileStream stream, long length, string what)
    {
        stream.SetLength(length);
        Reached($"{what} cut");
    }

    public void Move(string from, string to)
    {
        File.Move(from, to, overwrite: true);
        Reached($"{Path.GetFileName(to)} renamed");
    }

    public void MoveFolder(string from, string to, string what)
    {
        Directory.Move(from, to);
        Reached($"{what} renamed");
    }

    public void CreateFolder(string path)
    {
        if (!Directory.Exists(path))
        {
            Directory.CreateDirectory(path);
            Reached($"folder {Path.GetFileName(path)} made");
        }
    }

    public void FlushFolder(string path)
    {
        DirectoryFlush.Flush(path);
        Reached($"folder {Path.GetFileName(path)} flushed");
    }

    public void Delete(string path)
    {
        File.Delete(path);
        Reached($"{Path.GetFileName(path)} removed");
    }

    public void DeleteFolder(string path)
    {
        if (!isStopped)
        {
            Directory.Delete(path, recursive: true);
            Reached($"folder {Path.GetFileName(path)} removed");
        }
    }

    /// <summary>Replaces a file in one step: temporary file, flush, rename, flush of the folder. Readers see the old content or the new one.</summary>
    public void Replace(string path, byte[] content)
    {
        var temporary = path + ".tmp";
        using (var stream = new FileStream(temporary, FileMode.Create, FileAccess.Write, FileShare.None, 1))
        {
            Write(stream, content, Path.GetFileName(path));
            Flush(stream, Path.GetFileName(path));
        }

        Move(temporary, path);
        FlushFolder(Path.GetDirectoryName(path)!);
    }

    private void Reached(string step)
    {
        try
        {
            observer?.Reached(step);
        }
        catch
        {
            isStopped = true;
            throw;
        }
    }
}
