using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;

namespace Ratchet.Storage.Columns;

/// <summary>
/// A folder in the store for what an import writes before it is known whether it will count: <c>staging/PROCESS-THREAD-TIME</c>, held by a lock file. What a
/// process left behind that has died is removed by the next import of any process.
/// </summary>
internal sealed class StagingFolder : IDisposable
{
    private const string LockName = ".lock";
    private const int MostAttempts = 1000;
    private readonly FileStream hold;
    private readonly DiskSteps disk;
    private string? newRoot;

    private StagingFolder(string path, FileStream hold, DiskSteps disk)
    {
        Path = path;
        this.hold = hold;
        this.disk = disk;
    }

    public string Path { get; }

    [SuppressMessage("Reliability", "CA2000:Dispose objects before losing scope", Justification = "The folder that is returned holds the lock and disposes it.")]
    public static StagingFolder Open(string root, DiskSteps disk)
    {
        var parent = System.IO.Path.Combine(root, "staging");
        var isNew = !Directory.Exists(root);
        RemoveLeftovers(parent, disk);
        for (var attempt = 1; ; attempt++)
        {
            // A name is never used twice: whoever removes a leftover by its name cannot meet a folder that came after it.
            var path = System.IO.Path.Combine(parent, $"{Environment.ProcessId}-{Environment.CurrentManagedThreadId}-{Stopwatch.GetTimestamp():x}");
            try
            {
                disk.CreateFolder(path);
            }
            catch (DirectoryNotFoundException) when (attempt < MostAttempts)
            {
                // Another import has removed the empty parent meanwhile.
                continue;
            }

            var hold = TryHold(path, FileMode.OpenOrCreate);
            if (hold is not null && File.Exists(hold.Name))
            {
                return new(path, hold, disk) { newRoot = isNew ? root : null };
            }

            // Another import took the lock between the making of its file and the lock on it, and has removed the folder or is about to.
            hold?.Dispose();

            if (attempt == MostAttempts)
            {
                throw new IOException($"{parent}: no folder can be made and locked there. Check the permissions and the file system.");
            }
        }
    }

    public string PathOf(string name) => System.IO.Path.Combine(Path, name);

    /// <summary>Removes the folder with all that is in it, and the store's folder where it was made for it and nothing was stored.</summary>
    public void Dispose()
    {
        if (OperatingSystem.IsWindows())
        {
            // An open file cannot be removed there.
            hold.Dispose();
        }

        Remove(Path, disk);
        hold.Dispose();
        RemoveEmpty(System.IO.Path.GetDirectoryName(Path)!);
        if (newRoot is not null)
        {
            RemoveEmpty(newRoot);
        }
    }

    /// <summary>
    /// Removes the folders that no process holds. The lock file is taken only where it is there already, so that a folder which another process is
    /// just making is never taken from it: that one has no lock file yet, or its maker finds it held and makes another. A folder that held something before it was
    /// seen to have no lock file has lost it: its process died while it removed the folder, or is removing it right now.
    /// </summary>
    private static void RemoveLeftovers(string parent, DiskSteps disk)
    {
        foreach (var folder in Folders(parent))
        {
            var held = HoldsAnything(folder);
            var hold = TryHold(folder, FileMode.Open);
            using (hold)
            {
                if (hold is not null && !OperatingSystem.IsWindows())
                {
                    Remove(folder, disk);
                }
            }

            if (hold is not null)
            {
                Remove(folder, disk);
            }
            else if (!File.Exists(System.IO.Path.Combine(folder, LockName)))
            {
                if (held)
                {
                    Remove(folder, disk);
                }
                else
                {
                    // Its process died before it held the folder, or is just about to: removed only while nothing is in it.
                    RemoveEmpty(folder);
                }
            }
        }
    }

    private static string[] Folders(string parent)
    {
        try
        {
            return Directory.GetDirectories(parent);
        }
        catch (DirectoryNotFoundException)
        {
            return [];
        }
    }

    private static bool HoldsAnything(string folder)
    {
        try
        {
            return Directory.EnumerateFileSystemEntries(folder).Any();
        }
        catch (DirectoryNotFoundException)
        {
            return false;
        }
    }

    private static FileStream? TryHold(string folder, FileMode mode)
    {
        try
        {
            return new FileStream(System.IO.Path.Combine(folder, LockName), mode, FileAccess.ReadWrite, FileShare.None, 1);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // Another import holds it, has not locked it yet, or has just removed it.
            return null;
        }
    }

    private static void Remove(string folder, DiskSteps disk)
    {
        try
        {
            if (Directory.Exists(folder))
            {
                disk.DeleteFolder(folder);
            }
        }
        catch (DirectoryNotFoundException)
        {
            // Another import has removed it.
        }
    }

    private static void RemoveEmpty(string parent)
    {
        try
        {
            Directory.Delete(parent);
        }
        catch (IOException)
        {
            // Another import is at work in it, or has removed it.
        }
    }
}
