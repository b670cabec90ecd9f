using System.Text.Json;
using Ratchet.Storage.Columns;
using Ratchet.Storage.Journal;
using Ratchet.Trading.Journal;

namespace Ratchet.Hosting.Composition.Paper;

/// <summary>The folder of a paper session: <c>session.json</c>, <c>journal.db</c>, the history that warmed it up, and its reports.</summary>
public sealed class SessionFolder
{
    private const string SetupName = "session.json";
    private const string JournalName = "journal.db";

    /// <summary>A folder, which need not exist yet.</summary>
    /// <param name="path">The folder.</param>
    public SessionFolder(string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        Path = System.IO.Path.GetFullPath(path);
    }

    /// <summary>The folder.</summary>
    public string Path { get; }

    /// <summary>The journal's file.</summary>
    public string JournalPath => System.IO.Path.Combine(Path, JournalName);

    /// <summary>Whether a session was begun here.</summary>
    public bool IsBegun => File.Exists(System.IO.Path.Combine(Path, SetupName));

    /// <summary>The history's store.</summary>
    public BarStore History => new(System.IO.Path.Combine(Path, "history"));

    /// <summary>Refuses a folder that holds something else.</summary>
    /// <exception cref="SessionRefusedException">There are files and no session.</exception>
    public void RequireFree()
    {
        if (File.Exists(Path))
        {
            throw new SessionRefusedException($"{Path} is a file; give a folder by --session.");
        }

        if (!IsBegun && Directory.Exists(Path) && Directory.EnumerateFileSystemEntries(Path).Any(e => System.IO.Path.GetFileName(e) != "history"))
        {
            throw new SessionRefusedException($"The folder {Path} holds files and no {SetupName}; give an empty or a new folder by --session.");
        }
    }

    /// <summary>Begins a session: writes its setup, in one step.</summary>
    /// <param name="setup">The setup.</param>
    /// <exception cref="SessionRefusedException">The folder holds something else, or a session already.</exception>
    public void Begin(SessionSetup setup)
    {
        RequireFree();
        if (IsBegun)
        {
            throw new SessionRefusedException($"{Path} holds a session already.");
        }

        Directory.CreateDirectory(Path);
        Write(SetupName, JsonSerializer.SerializeToUtf8Bytes(setup, SessionJson.Default.SessionSetup));
    }

    /// <summary>Reads the setup.</summary>
    /// <exception cref="SessionRefusedException">There is none, it is damaged, foreign or of a later version.</exception>
    public SessionSetup ReadSetup()
    {
        var file = System.IO.Path.Combine(Path, SetupName);
        if (!File.Exists(file))
        {
            throw new SessionRefusedException($"There is no paper session in {Path}: {SetupName} is missing. Give the folder of a session by --session.");
        }

        try
        {
            var bytes = File.ReadAllBytes(file);
            RequireVersion(file, bytes);
            var setup = JsonSerializer.Deserialize(bytes, SessionJson.Default.SessionSetup)!;
            setup.Engine.Validate();
            setup.Adaptive?.Validate();
            return setup;
        }
        catch (Exception exception) when (exception is JsonException or ArgumentException or FormatException or NotSupportedException)
        {
            throw new SessionRefusedException(
                $"{file} is damaged or was changed: {exception.Message.ReplaceLineEndings(" ")} Restore it from a backup, or begin a new session in another folder.", exception);
        }
    }

    /// <summary>Opens the journal for reading; a session may be writing it.</summary>
    /// <param name="setup">The session's setup.</param>
    /// <exception cref="SessionRefusedException">The journal belongs to another session.</exception>
    /// <exception cref="JournalReadException">The file is missing, damaged, foreign or of another version.</exception>
    public SqliteJournalReader OpenReader(SessionSetup setup)
    {
        ArgumentNullException.ThrowIfNull(setup);
        var reader = new SqliteJournalReader(JournalPath);
        if (reader.Identity.OptionsHash == setup.OptionsHash)
        {
            return reader;
        }

        reader.Dispose();
        throw new SessionRefusedException(
            $"The journal {JournalPath} belongs to a session with other options than {SetupName} says; one of the two files was changed or comes from another folder. Put them back together.");
    }

    /// <summary>Writes a file of the folder in one step.</summary>
    /// <param name="name">The file's name.</param>
    /// <param name="content">Its content.</param>
    public void Write(string name, ReadOnlySpan<byte> content)
    {
        var target = System.IO.Path.Combine(Path, name);
        var temporary = target + ".new";
        using (var stream = new FileStream(temporary, FileMode.Create, FileAccess.Write))
        {
            stream.Write(content);
            stream.Flush(flushToDisk: true);
        }

        File.Move(temporary, target, overwrite: true);
    }

    private static void RequireVersion(string file, byte[] bytes)
    {
        using var document = JsonDocument.Parse(bytes);
        var root = document.RootElement;
        if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("kind", out var kind) || kind.GetString() != "ratchet paper session")
        {
            throw new SessionRefusedException($"{file} is no setup of a paper session. Give the folder of a session by --session.");
        }

        if (!root.TryGetProperty("version", out var version) || !version.TryGetInt32(out var number) || number is < 1 or > SessionSetup.CurrentVersion)
        {
            throw new SessionRefusedException(
                $"{file} has version {(version.ValueKind == JsonValueKind.Undefined ? "none" : version.ToString())}, but this program reads 1 to {SessionSetup.CurrentVersion}. Use the program that wrote it, or a later one.");
        }
    }
}
