using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Ratchet.Storage.Columns;

namespace Ratchet.Storage.State;

/// <summary>
/// A state as one JSON file: <c>{"kind": ..., "version": ..., "checksum": ..., "state": {...}}</c>, the checksum being the SHA-256 of the state's bytes. It is
/// replaced in one step (temporary file, flush, rename, flush of the folder), and the files before it are kept as snapshots, <c>name.1</c> the newest.
/// </summary>
/// <remarks>
/// A file that is truncated, damaged, of another kind or of a later version is renamed to <c>name.aside-N</c>, never deleted and never overwritten, and the newest
/// good snapshot is used. A file without a checksum is taken as it is: people may write one. One writer at a time.
/// </remarks>
public sealed class StateFile
{
    private readonly string kind;
    private readonly int version;
    private readonly int snapshots;

    /// <summary>Names a file; nothing is read or written.</summary>
    /// <param name="path">Where it is.</param>
    /// <param name="kind">What it holds, such as <c>ratchet-selector</c>.</param>
    /// <param name="version">The version that is written; later ones are refused, earlier ones are given to the parser.</param>
    /// <param name="snapshots">How many files before are kept, from 0. Default 3.</param>
    /// <exception cref="ArgumentException">A value is outside its range.</exception>
    public StateFile(string path, string kind, int version, int snapshots = 3)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        ArgumentException.ThrowIfNullOrWhiteSpace(kind);
        ArgumentOutOfRangeException.ThrowIfLessThan(version, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(snapshots);
        Path = System.IO.Path.GetFullPath(path);
        this.kind = kind;
        this.version = version;
        this.snapshots = snapshots;
    }

    /// <summary>The full path.</summary>
    public string Path { get; }

    /// <summary>Writes a state.</summary>
    /// <param name="state">JSON in UTF-8.</param>
    /// <exception cref="IOException">The disk refuses.</exception>
    public void Write(ReadOnlySpan<byte> state)
    {
        var head = Encoding.UTF8.GetBytes($"{{\n  \"kind\": {JsonSerializer.Serialize(kind, StateJson.Default.String)},\n  \"version\": {version},\n  \"checksum\": \"{Checksum(state)}\",\n  \"state\": ");
        byte[] content = [.. head, .. state, .. "\n}\n"u8];
        var folder = System.IO.Path.GetDirectoryName(Path)!;
        Directory.CreateDirectory(folder);
        var temporary = Path + ".tmp";
        using (var stream = new FileStream(temporary, FileMode.Create, FileAccess.Write, FileShare.None))
        {
            stream.Write(content);
            stream.Flush(flushToDisk: true);
        }

        // Oldest first. Between the last two renames there is no file of the name: the newest snapshot is then what a reader finds.
        for (var i = snapshots; i >= 1; i--)
        {
            var from = i == 1 ? Path : Snapshot(i - 1);
            if (File.Exists(from))
            {
                File.Move(from, Snapshot(i), overwrite: true);
            }
        }

        File.Move(temporary, Path, overwrite: true);
        DirectoryFlush.Flush(folder);
    }

    /// <summary>Reads the newest good state, setting aside what is not good.</summary>
    /// <typeparam name="T">The state.</typeparam>
    /// <param name="parse">Makes the state of its JSON and its version; what it throws as <see cref="JsonException"/>, <see cref="InvalidDataException"/> or <see cref="ArgumentException"/> counts as damage.</param>
    /// <exception cref="IOException">The disk refuses.</exception>
    public StateRead<T> Read<T>(Func<JsonElement, int, T> parse)
    {
        var problems = new List<string>();
        for (var i = 0; i <= snapshots; i++)
        {
            var path = i == 0 ? Path : Snapshot(i);
            if (!File.Exists(path))
            {
                continue;
            }

            try
            {
                return new(true, Parse(File.ReadAllBytes(path), parse), path, problems);
            }
            catch (Exception exception) when (exception is JsonException or InvalidDataException or ArgumentException or InvalidOperationException or KeyNotFoundException)
            {
                problems.Add($"{path}: {exception.Message.ReplaceLineEndings(" ")} It was set aside as {SetAside(path)}.");
            }
        }

        return new(false, default, null, problems);
    }

    /// <summary>Reads a file that is not the state's own, such as one to import; nothing is set aside.</summary>
    /// <typeparam name="T">The state.</typeparam>
    /// <param name="path">The file.</param>
    /// <param name="parse">As in <see cref="Read"/>.</param>
    /// <exception cref="InvalidDataException">The file is not good.</exception>
    public T ReadOther<T>(string path, Func<JsonElement, int, T> parse)
    {
        try
        {
            return Parse(File.ReadAllBytes(path), parse);
        }
        catch (Exception exception) when (exception is JsonException or ArgumentException or InvalidOperationException or KeyNotFoundException)
        {
            throw new InvalidDataException($"{path}: {exception.Message.ReplaceLineEndings(" ")}", exception);
        }
        catch (InvalidDataException exception)
        {
            throw new InvalidDataException($"{path}: {exception.Message}", exception);
        }
    }

    private static string Checksum(ReadOnlySpan<byte> state) => Convert.ToHexStringLower(SHA256.HashData(state));

    private T Parse<T>(byte[] content, Func<JsonElement, int, T> parse)
    {
        using var document = JsonDocument.Parse(content);
        var root = document.RootElement;
        if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("kind", out var written) || written.ValueKind != JsonValueKind.String || written.GetString() != kind)
        {
            throw new InvalidDataException($"This is no file of the kind '{kind}'.");
        }

        var own = root.TryGetProperty("version", out var number) && number.TryGetInt32(out var v) ? v : 0;
        if (own < 1 || own > version)
        {
            throw new InvalidDataException($"Its version is {own}; this program reads 1 to {version}.");
        }

        var state = root.GetProperty("state");
        if (root.TryGetProperty("checksum", out var checksum) && checksum.GetString() != Checksum(Encoding.UTF8.GetBytes(state.GetRawText())))
        {
            throw new InvalidDataException("Its checksum does not fit its state: it was changed or damaged (leave 'checksum' out of a file that was changed by hand).");
        }

        return parse(state, own);
    }

    private string Snapshot(int number) => $"{Path}.{number}";

    private string SetAside(string path)
    {
        var number = 1;
        while (File.Exists($"{Path}.aside-{number}"))
        {
            number++;
        }

        var target = $"{Path}.aside-{number}";
        File.Move(path, target);
        return target;
    }
}
