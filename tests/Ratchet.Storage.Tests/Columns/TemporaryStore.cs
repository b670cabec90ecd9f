using Ratchet.Storage.Columns;

namespace Ratchet.Storage.Tests.Columns;

/// <summary>A store in a folder of its own that is removed afterwards.</summary>
internal sealed class TemporaryStore : IDisposable
{
    public TemporaryStore() => Store = new BarStore(Path.Combine(Folder, "store"));

    public string Folder { get; } = Directory.CreateTempSubdirectory("ratchet-columns-").FullName;

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
}
