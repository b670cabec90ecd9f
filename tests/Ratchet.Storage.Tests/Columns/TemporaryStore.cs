using Ratchet.Storage.Columns;

namespace Ratchet.Storage.Tests.Columns;

/// <summary>A store in a folder of its own that is removed afterwards.</summary>
internal sealed class TemporaryStore : IDisposable
{
    private static int count;

    public TemporaryStore() => Store = new BarStore(Path.Combine(Folder, "store"));

    public string Folder { get; } = MakeFolder();

    public BarStore Store { get; }

    public string Write(string name, string text)
    {
        var path = Path.Combine(Folder, name);
        File.WriteAllText(path, text);
        return path;
    }

    public string Write(string name, byte[] bytes)
    {
        var path = Path.Combine(Folder, name);
        File.WriteAllBytes(path, bytes);
        return path;
    }

    /// <summary>Every file of the store with its content, to compare before and after.</summary>
    public SortedDictionary<string, string> Snapshot()
    {
        var files = new SortedDictionary<string, string>(StringComparer.Ordinal);
        if (Directory.Exists(Store.Root))
        {
            foreach (var file in Directory.GetFiles(Store.Root, "*", SearchOption.AllDirectories))
            {
                files[Path.GetRelativePath(Store.Root, file)] = Convert.ToBase64String(File.ReadAllBytes(file));
            }
        }

        return files;
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    /// <summary>In memory where the system has a file system there: a flush is then no wait for a disk.</summary>
    private static string MakeFolder()
    {
        var memory = OperatingSystem.IsLinux() ? Directory.CreateDirectory("/dev/shm").FullName : Path.GetTempPath();
        for (var number = 0; ; number++)
        {
            var path = Path.Combine(memory, $"ratchet-columns-{Environment.ProcessId}-{Interlocked.Increment(ref count)}-{number}");
            if (!Directory.Exists(path))
            {
                return Directory.CreateDirectory(path).FullName;
            }
        }
    }
}
