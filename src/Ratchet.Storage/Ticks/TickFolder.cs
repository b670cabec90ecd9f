using System.Text.Json;
using Ratchet.Market.Feeds;
using Ratchet.Storage.Columns;

namespace Ratchet.Storage.Ticks;

/// <summary>
/// One series of ticks on disk: a folder for each partition, with one file a column, and a manifest that names those which count.
/// <para>A write moves whole folders in, flushed, beside those there are, then replaces the manifest. The manifest's rename is the commit point: a crash
/// before it leaves the old state, after it the new one. Folders that no manifest names are removed last, and by the next write if a crash came
/// between. Writers hold a lock file; readers need none.</para>
/// </summary>
internal sealed class TickFolder(string path, DiskSteps disk)
{
    private const string ManifestName = "manifest.json";
    private const string LockName = ".lock";

    public string ManifestPath => Path.Combine(path, ManifestName);

    public string PathOf(string name) => Path.Combine(path, name);

    public MappedPartition Map(TickLayout layout, TickPartition partition) => new(layout, PathOf(partition.Folder), partition);

    /// <summary>A stored partition, or null where there is none of that name.</summary>
    public MappedPartition? Map(TickManifest manifest, string name) =>
        manifest.Partitions.FirstOrDefault(p => p.Name == name) is { } found ? Map(TickLayout.Of(manifest), found) : null;

    /// <summary>Takes the writers' lock of this series.</summary>
    public FileStream Lock() => new SeriesFolder(path, disk).Lock();

    /// <summary>The manifest, or null where there is none.</summary>
    public TickManifest? ReadManifest()
    {
        byte[] bytes;
        try
        {
            bytes = File.ReadAllBytes(ManifestPath);
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }

        try
        {
            var manifest = JsonSerializer.Deserialize(bytes, TickManifestJson.Default.TickManifest) ?? throw new JsonException("it is null");
            return manifest.Schema == TickManifest.CurrentSchema
                ? manifest
                : throw new MarketDataException(
                    $"{ManifestPath}: the manifest has schema {manifest.Schema}, this version reads {TickManifest.CurrentSchema}. Import the data again with this version.");
        }
        catch (JsonException exception)
        {
            throw new MarketDataException(
                $"{ManifestPath}: the manifest is damaged: {exception.Message} Import the data again with --replace, or restore the folder from a backup.", exception);
        }
    }

    /// <summary>Moves a staged folder or file here; the caller flushes this folder before it commits.</summary>
    public void MoveIn(string from, string name)
    {
        if (Directory.Exists(from))
        {
            disk.MoveFolder(from, PathOf(name), $"partition {name}");
        }
        else
        {
            disk.Move(from, PathOf(name));
        }
    }

    /// <summary>Makes a manifest count, and removes what it does not name.</summary>
    public void Commit(TickManifest manifest)
    {
        disk.FlushFolder(path);
        disk.Replace(ManifestPath, JsonSerializer.SerializeToUtf8Bytes(manifest, TickManifestJson.Default.TickManifest));
        RemoveUnnamed(manifest);
    }

    /// <summary>Removes what a manifest does not name; the caller holds the lock.</summary>
    public void RemoveUnnamed(TickManifest manifest)
    {
        var named = manifest.Partitions.Select(p => p.Folder).Concat(manifest.Imports.Select(i => i.Quarantine ?? ManifestName))
            .Append(ManifestName).Append(LockName).ToHashSet(StringComparer.Ordinal);
        var isAny = false;
        foreach (var folder in Directory.GetDirectories(path).Where(f => !named.Contains(Path.GetFileName(f))))
        {
            disk.DeleteFolder(folder);
            isAny = true;
        }

        foreach (var file in Directory.GetFiles(path).Where(f => !named.Contains(Path.GetFileName(f))))
        {
            disk.Delete(file);
            isAny = true;
        }

        if (isAny)
        {
            disk.FlushFolder(path);
        }
    }

    /// <summary>A generation that no partition's folder here has.</summary>
    public int NextGeneration()
    {
        var highest = 0;
        foreach (var folder in Directory.GetDirectories(path))
        {
            var parts = Path.GetFileName(folder).Split('.');
            highest = parts.Length == 2 && int.TryParse(parts[1], out var generation) ? Math.Max(highest, generation) : highest;
        }

        return checked(highest + 1);
    }
}
