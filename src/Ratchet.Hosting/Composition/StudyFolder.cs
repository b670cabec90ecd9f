using System.Text;
using System.Text.Json;
using Ratchet.Hosting.Configuration;
using Ratchet.Search.Studies;
using Ratchet.Storage.Studies;

namespace Ratchet.Hosting.Composition;

/// <summary>
/// The folder of one study: its database, its results. One process at a time works in it; the lock is freed by the system when the
/// process ends, however it ends.
/// </summary>
public sealed class StudyFolder : IDisposable
{
    private const string DatabaseName = "study.db";
    private const string LockName = ".lock";
    private const string ConfigurationKey = "configuration";
    private readonly FileStream guard;
    private readonly SqliteStudyStorage storage;
    private readonly string name;

    private StudyFolder(string path, string name, FileStream guard, SqliteStudyStorage storage)
    {
        Path = path;
        this.name = name;
        this.guard = guard;
        this.storage = storage;
    }

    /// <summary>The folder.</summary>
    public string Path { get; }

    /// <summary>Whether the study's result files were written.</summary>
    public bool IsFinished => OpenWhole().UserAttributes.ContainsKey("finished");

    /// <summary>All studies below a root, by name.</summary>
    /// <param name="root">The data root.</param>
    public static IReadOnlyList<string> List(string root)
    {
        var folder = StudiesFolder(root);
        return Directory.Exists(folder)
            ? [.. Directory.GetDirectories(folder).Where(d => File.Exists(System.IO.Path.Combine(d, DatabaseName)))
                .Select(d => System.IO.Path.GetFileName(d)!).Order(StringComparer.Ordinal)]
            : [];
    }

    /// <summary>Opens a study's folder for work, making it if need be.</summary>
    /// <param name="root">The data root.</param>
    /// <param name="name">The study's name: letters, digits, dot, dash, underscore.</param>
    /// <param name="clock">Stamps trials.</param>
    /// <exception cref="ConfigurationException">The name cannot be a folder's, or another process works on the study.</exception>
    public static StudyFolder Open(string root, string name, TimeProvider clock)
    {
        CheckName(name);
        var path = System.IO.Path.Combine(StudiesFolder(root), name);
        Directory.CreateDirectory(path);
        var guard = Guard(path, name);
        try
        {
            return new(path, name, guard, new SqliteStudyStorage(System.IO.Path.Combine(path, DatabaseName), clock));
        }
        catch
        {
            guard.Dispose();
            throw;
        }
    }

    /// <summary>Reads a study without working on it.</summary>
    /// <param name="root">The data root.</param>
    /// <param name="name">The study's name.</param>
    /// <param name="clock">The clock of the storage; nothing is stamped.</param>
    public static StudyOverview Read(string root, string name, TimeProvider clock)
    {
        using var storage = new SqliteStudyStorage(System.IO.Path.Combine(StudiesFolder(root), name, DatabaseName), clock);
        var stages = new List<(string, IReadOnlyList<Trial>)>();
        foreach (var record in storage.ListStudies().Where(r => r.Name.StartsWith(name + "/", StringComparison.Ordinal)))
        {
            stages.Add((record.Name[(name.Length + 1)..], storage.GetTrials(record.Id)));
        }

        var attributes = storage.FindStudy(name) is { } whole ? storage.GetStudyAttributes(whole.Id) : new Dictionary<string, string>(StringComparer.Ordinal);
        return new(name, stages, attributes);
    }

    /// <summary>Removes a study with all its results; nothing happens where there is none.</summary>
    /// <param name="root">The data root.</param>
    /// <param name="name">The study's name.</param>
    /// <exception cref="ConfigurationException">The name cannot be a folder's, or another process works on the study.</exception>
    public static void Delete(string root, string name)
    {
        CheckName(name);
        var path = System.IO.Path.Combine(StudiesFolder(root), name);
        if (!Directory.Exists(path))
        {
            return;
        }

        // The lock itself stays: another process may be about to take it.
        using var guard = Guard(path, name);
        foreach (var file in Directory.GetFiles(path).Where(f => System.IO.Path.GetFileName(f) != LockName))
        {
            File.Delete(file);
        }
    }

    /// <summary>Opens the study of one stage of the search.</summary>
    /// <param name="stage">"joint", or a model's name, or "trading".</param>
    public Study OpenStage(string stage) => Study.LoadOrCreate(storage, $"{name}/{stage}");

    /// <summary>The study that facts of the whole are kept with.</summary>
    public Study OpenWhole() => Study.LoadOrCreate(storage, name);

    /// <summary>Keeps the configuration that the study runs with, also as configuration.json beside the results.</summary>
    /// <param name="configuration">The configuration.</param>
    public void KeepConfiguration(RatchetConfiguration configuration)
    {
        var text = JsonSerializer.Serialize(configuration, ConfigurationJson.Default.RatchetConfiguration);
        Write("configuration.json", text);
        OpenWhole().SetUserAttribute(ConfigurationKey, text);
    }

    /// <summary>The configuration that the study was begun with; null where it has not begun.</summary>
    public RatchetConfiguration? ReadConfiguration() =>
        OpenWhole().UserAttributes.TryGetValue(ConfigurationKey, out var text)
            ? JsonSerializer.Deserialize(text, ConfigurationJson.Default.RatchetConfiguration)
            : null;

    /// <summary>Marks the study as finished: its result files are complete.</summary>
    public void Finish() => OpenWhole().SetUserAttribute("finished", "true");

    /// <summary>Writes a result file so that a reader sees the old one or the new one, never half of it.</summary>
    /// <param name="file">The file's name.</param>
    /// <param name="content">Its text.</param>
    public string Write(string file, string content)
    {
        var target = System.IO.Path.Combine(Path, file);
        var temporary = target + ".tmp";
        using (var stream = new FileStream(temporary, FileMode.Create, FileAccess.Write, FileShare.None))
        {
            stream.Write(Encoding.UTF8.GetBytes(content));
            stream.Flush(flushToDisk: true);
        }

        File.Move(temporary, target, overwrite: true);
        return target;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        storage.Dispose();
        guard.Dispose();
    }

    private static void CheckName(string name)
    {
        if (name.Length is 0 or > 100 || name[0] == '.' || !name.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_'))
        {
            throw new ConfigurationException($"'{name}' cannot name a study; use letters, digits, dots, dashes and underscores, at most 100.");
        }
    }

    private static FileStream Guard(string path, string name)
    {
        try
        {
            return new FileStream(System.IO.Path.Combine(path, LockName), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException)
        {
            throw new ConfigurationException($"Another process works on study '{name}'; wait for it, end it, or name another with --study-name.");
        }
    }

    private static string StudiesFolder(string root) => System.IO.Path.Combine(root, "studies");
}
