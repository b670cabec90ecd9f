using System.Diagnostics.CodeAnalysis;

namespace Ratchet.Storage.Columns;

/// <summary>
/// A folder in the store for what an import writes before it is known whether it will count: <c>staging/PROCESS-NUMBER</c>, held by a lock file. What a
/// process left behind that has died is removed by the next import of any process.
/// </summary>
internal sealed class StagingFolder : IDisposable
{
    private const string LockName = ".lock";
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
        for (var number = 1; ; number++)
        {
            var path = System.IO.Path.Combine(parent, $"{Environment.ProcessId}-{number}");
            if (Directory.Exists(path))
            {
                continue;
            }

            disk.CreateFolder(path);
            if (TryHold(path) is { } hold)
            {
                return new(path, hold, disk) { newRoot = isNew ? root : null };
            }
        }
    }

    public string PathOf(string name) => System.IO.Path.Combine(Path, name);

    /// <summary>Removes the folder with all that is in it, and the store's folder where it was made for it and nothing was stored.</summary>
    public void Dispose()
    {
        hold.Dispose();
        Remove(Path, disk);
        RemoveEmpty(System.IO.Path.GetDirectoryName(Path)!);
        if (newRoot is not null)
        {
            RemoveEmpty(newRoot);
        }
    }

    private static void RemoveLeftovers(string parent, DiskSteps disk)
    {
        foreach (var folder in Directory.Exists(parent) ? Directory.GetDirectories(parent) : [])
        {
            bool isFree;
            using (var free = TryHold(folder))
            {
                isFree = free is not null;
            }

            if (isFree)
            {
                Remove(folder, disk);
            }
        }
    }

    private static FileStream? TryHold(string folder)
    {
        try
        {
            return new FileStream(System.IO.Path.Combine(folder, LockName), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // Another import holds it, or has just removed it.
            return null;
        }
    }

    private static void Remove(string folder, DiskSteps disk)
    {
        try
        {
            disk.DeleteFolder(folder);
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
