using Ratchet.Trading.Journal;

namespace Ratchet.Storage.Journal;

/// <summary>Keeps a second writer away from a journal: a file beside it that the operating system holds for as long as the process lives.</summary>
internal static class JournalLock
{
    /// <summary>The file that a path leads to at the end of its links: one journal has one lock, whatever name it is opened by.</summary>
    /// <exception cref="JournalReadException">The links do not end.</exception>
    public static string RealPath(string path)
    {
        try
        {
            return new FileInfo(path).LinkTarget is null ? path : File.ResolveLinkTarget(path, returnFinalTarget: true)!.FullName;
        }
        catch (IOException e)
        {
            throw new JournalReadException($"The links of the journal {path} lead nowhere: {e.Message}", e);
        }
    }

    public static FileStream Take(string path)
    {
        var file = path + ".lock";
        try
        {
            return new(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1);
        }
        catch (DirectoryNotFoundException e)
        {
            throw new JournalReadException($"The folder of the journal {path} does not exist.", e);
        }
        catch (UnauthorizedAccessException e)
        {
            throw new JournalReadException($"The folder of the journal {path} cannot be written, and a session has to: {e.Message}", e);
        }
        catch (IOException e)
        {
            throw new JournalReadException($"The journal {path} is being written by another session, which holds {file}.", e);
        }
    }
}
