using System.Security.Cryptography;
using System.Text.Json;
using Ratchet.Lifecycle.Training;
using Ratchet.Storage.Columns;

namespace Ratchet.Storage.Models;

/// <summary>
/// A trained ensemble as a folder: the model in a file of our own (<see cref="ModelFile"/>), named by its content, and <c>manifest.json</c> beside it with everything
/// that is needed to predict and to trade: features, primary signal, horizon, trading options, where it came from. The manifest is replaced last and in one step and
/// holds the hash of the model's file, so that a reader sees the old pair or the new one.
/// </summary>
public static class TrainedEnsembleFile
{
    private const string ManifestName = "manifest.json";

    /// <summary>Writes an ensemble.</summary>
    /// <param name="path">The folder, which is made where it is missing; an ensemble in it is replaced.</param>
    /// <param name="ensemble">The ensemble.</param>
    /// <param name="origin">Where it came from.</param>
    /// <exception cref="IOException">The folder or a file cannot be written.</exception>
    public static void Write(string path, TrainedEnsemble ensemble, EnsembleOrigin origin)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(ensemble);
        ArgumentNullException.ThrowIfNull(origin);
        var folder = Path.GetFullPath(path);
        Directory.CreateDirectory(folder);
        var draft = Path.Combine(folder, "ensemble.draft");
        ModelFile.Write(draft, ensemble.Model, new ModelMetadata
        {
            Name = origin.Study,
            CreatedBy = $"Ratchet {origin.CodeVersion}",
            CreatedAt = origin.CreatedAt,
            DataHash = ensemble.DataHash,
            ConfigurationHash = origin.ConfigurationHash,
            Values = new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["identity"] = ensemble.Identity,
                ["pair"] = ensemble.Symbol.Name,
                ["timeframe"] = ensemble.TimeFrame.ToString(),
            },
        });
        var hash = HashOf(draft);
        var name = $"ensemble-{hash[..16]}.model";
        File.Move(draft, Path.Combine(folder, name), overwrite: true);
        var document = EnsembleDocument.Of(ensemble, origin, name, hash);
        AtomicFile.Write(Path.Combine(folder, ManifestName), document.Write(), null);
        foreach (var old in Directory.GetFiles(folder, "ensemble-*.model").Where(f => Path.GetFileName(f) != name))
        {
            File.Delete(old);
        }
    }

    /// <summary>Reads an ensemble, checked as a whole: checksums, hash, names and every option.</summary>
    /// <param name="path">The folder, or the manifest in it.</param>
    /// <exception cref="ModelFileException">There is no manifest, it is damaged or of a later schema, or it and the model do not belong together.</exception>
    /// <exception cref="IOException">A file cannot be read.</exception>
    public static StoredEnsemble Read(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        var manifest = Directory.Exists(path) ? Path.Combine(path, ManifestName) : path;
        if (!File.Exists(manifest))
        {
            throw new ModelFileException($"{path}: there is no {ManifestName}; give the folder that 'ratchet train' wrote.");
        }

        var document = Parse(manifest);
        var file = Path.Combine(Path.GetDirectoryName(Path.GetFullPath(manifest))!, document.Model);
        if (Path.GetFileName(document.Model) != document.Model || !File.Exists(file))
        {
            throw new ModelFileException($"{manifest}: the model '{document.Model}' is not beside it. Restore the folder from a backup, or train again.");
        }

        var model = ModelFile.ReadEnsemble(file).Model;
        if (HashOf(file) != document.ModelHash)
        {
            throw new ModelFileException($"{manifest}: {document.Model} is another model than the one that the manifest was written for. Restore the folder from a backup, or train again.");
        }

        try
        {
            return document.ToEnsemble(model);
        }
        catch (Exception exception) when (exception is ArgumentException or FormatException)
        {
            throw Damaged(manifest, exception);
        }
    }

    private static EnsembleDocument Parse(string manifest)
    {
        try
        {
            var json = File.ReadAllBytes(manifest);
            using var head = JsonDocument.Parse(json);
            if (head.RootElement.ValueKind == JsonValueKind.Object && head.RootElement.TryGetProperty("schema", out var schema)
                && schema.TryGetInt32(out var version) && version > EnsembleDocument.CurrentSchema)
            {
                throw new ModelFileException($"{manifest}: the schema is {version} and this build reads up to {EnsembleDocument.CurrentSchema}. Use the build that wrote it, or train again.");
            }

            return JsonSerializer.Deserialize(json, EnsembleJson.Default.EnsembleDocument) ?? throw new JsonException("The manifest is null.");
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            throw Damaged(manifest, exception);
        }
    }

    private static ModelFileException Damaged(string manifest, Exception cause) =>
        new($"{manifest}: the manifest is damaged: {cause.Message.ReplaceLineEndings(" ")} Restore the folder from a backup, or train again.", cause);

    private static string HashOf(string file)
    {
        using var stream = File.OpenRead(file);
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }
}
