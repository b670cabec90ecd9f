using Ratchet.Trading.Journal;

namespace Ratchet.Storage.Journal;

/// <summary>Keeps a second writer away from a journal: a file beside it that the operating system holds for as long as the process lives.</summary>
internal static class JournalLock
{
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
        catch (IOException e)
        {
            throw new JournalReadException($"The journal {path} is being written by another session, which holds {file}.", e);
        }
    }
}
