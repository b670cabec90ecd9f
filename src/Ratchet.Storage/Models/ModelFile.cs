using System.Text.Json;
using Microsoft.Win32.SafeHandles;
using Ratchet.Learning.Boosting;
using Ratchet.Learning.Calibration;
using Ratchet.Learning.Forests;
using Ratchet.Learning.Linear;
using Ratchet.Learning.Markov;
using Ratchet.Storage.Columns;
using Ratchet.Strategies.Ensemble;

namespace Ratchet.Storage.Models;

/// <summary>
/// Models in files of our own: one model a file, aligned little-endian arrays behind a table of sections, a checksum over every part. A file with any byte
/// changed, missing or added is refused, and so is content that is no model although its checksums hold. Files are replaced in one step: a reader sees the
/// old model or the new one.
/// </summary>
public static class ModelFile
{
    private const string MetadataSection = "metadata";

    /// <summary>Writes a random forest.</summary>
    /// <inheritdoc cref="Write(string, EnsembleModel, ModelMetadata)"/>
    public static void Write(string path, RandomForest model, ModelMetadata metadata)
    {
        ArgumentNullException.ThrowIfNull(model);
        Save(path, ModelKind.RandomForest, metadata, writer =>
        {
            ForestSections.Write(writer, model.Bins);
            ForestSections.Write(writer, "forest.", model);
        });
    }

    /// <summary>Writes boosted trees.</summary>
    /// <inheritdoc cref="Write(string, EnsembleModel, ModelMetadata)"/>
    public static void Write(string path, BoostedTrees model, ModelMetadata metadata)
    {
        ArgumentNullException.ThrowIfNull(model);
        Save(path, ModelKind.BoostedTrees, metadata, writer => BoostedSections.Write(writer, model));
    }

    /// <summary>Writes a hidden Markov model.</summary>
    /// <inheritdoc cref="Write(string, EnsembleModel, ModelMetadata)"/>
    public static void Write(string path, HmmModel model, ModelMetadata metadata)
    {
        ArgumentNullException.ThrowIfNull(model);
        Save(path, ModelKind.HiddenMarkov, metadata, writer => HmmSections.Write(writer, model));
    }

    /// <summary>Writes a linear model.</summary>
    /// <inheritdoc cref="Write(string, EnsembleModel, ModelMetadata)"/>
    public static void Write(string path, LinearModel model, ModelMetadata metadata)
    {
        ArgumentNullException.ThrowIfNull(model);
        Save(path, ModelKind.Linear, metadata, writer => LinearSections.Write(writer, "linear.", model));
    }

    /// <summary>Writes a logistic regression.</summary>
    /// <inheritdoc cref="Write(string, EnsembleModel, ModelMetadata)"/>
    public static void Write(string path, LogisticModel model, ModelMetadata metadata)
    {
        ArgumentNullException.ThrowIfNull(model);
        Save(path, ModelKind.Logistic, metadata, writer => LinearSections.Write(writer, "logistic.", model));
    }

    /// <summary>Writes a calibration, Platt's or isotonic.</summary>
    /// <inheritdoc cref="Write(string, EnsembleModel, ModelMetadata)"/>
    public static void Write(string path, ICalibration model, ModelMetadata metadata)
    {
        ArgumentNullException.ThrowIfNull(model);
        Save(path, ModelKind.Calibration, metadata, writer => LinearSections.Write(writer, "calibration.", model));
    }

    /// <summary>Writes the layer above the four forests.</summary>
    /// <inheritdoc cref="Write(string, EnsembleModel, ModelMetadata)"/>
    public static void Write(string path, MetaLayer model, ModelMetadata metadata)
    {
        ArgumentNullException.ThrowIfNull(model);
        Save(path, ModelKind.MetaLayer, metadata, writer => EnsembleSections.Write(writer, model));
    }

    /// <summary>Writes a whole ensemble: the four forests over one set of bins, the layer above them and the threshold.</summary>
    /// <param name="path">The file, which is replaced in one step; its folder must exist.</param>
    /// <param name="model">The model.</param>
    /// <param name="metadata">What to say about it.</param>
    /// <exception cref="ArgumentException">The model was read for prediction only, is too large for a file, or holds what cannot be stored.</exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static void Write(string path, EnsembleModel model, ModelMetadata metadata)
    {
        ArgumentNullException.ThrowIfNull(model);
        Save(path, ModelKind.Ensemble, metadata, writer => EnsembleSections.Write(writer, model));
    }

    /// <summary>Reads a random forest.</summary>
    /// <inheritdoc cref="ReadEnsemble"/>
    public static StoredModel<RandomForest> ReadForest(string path, ModelDetail detail = ModelDetail.Everything) =>
        Load(path, ModelKind.RandomForest, reader => ForestSections.Read(reader, "forest.", ForestSections.ReadBins(reader), detail));

    /// <summary>Reads boosted trees.</summary>
    /// <inheritdoc cref="ReadEnsemble"/>
    public static StoredModel<BoostedTrees> ReadBoosted(string path) => Load(path, ModelKind.BoostedTrees, BoostedSections.Read);

    /// <summary>Reads a hidden Markov model.</summary>
    /// <inheritdoc cref="ReadEnsemble"/>
    public static StoredModel<HmmModel> ReadHmm(string path) => Load(path, ModelKind.HiddenMarkov, HmmSections.Read);

    /// <summary>Reads a linear model.</summary>
    /// <inheritdoc cref="ReadEnsemble"/>
    public static StoredModel<LinearModel> ReadLinear(string path) => Load(path, ModelKind.Linear, reader => LinearSections.ReadLinear(reader, "linear."));

    /// <summary>Reads a logistic regression.</summary>
    /// <inheritdoc cref="ReadEnsemble"/>
    public static StoredModel<LogisticModel> ReadLogistic(string path) =>
        Load(path, ModelKind.Logistic, reader => LinearSections.ReadLogistic(reader, "logistic."));

    /// <summary>Reads a calibration.</summary>
    /// <inheritdoc cref="ReadEnsemble"/>
    public static StoredModel<ICalibration> ReadCalibration(string path) =>
        Load(path, ModelKind.Calibration, reader => LinearSections.ReadCalibration(reader, "calibration."));

    /// <summary>Reads the layer above the four forests.</summary>
    /// <inheritdoc cref="ReadEnsemble"/>
    public static StoredModel<MetaLayer> ReadMetaLayer(string path) => Load(path, ModelKind.MetaLayer, EnsembleSections.ReadLayer);

    /// <summary>Reads a whole ensemble (case P21a of the benchmarks).</summary>
    /// <param name="path">The file.</param>
    /// <param name="detail">How much to keep in memory; the whole file is checked in either case.</param>
    /// <exception cref="ModelFileException">
    /// The file is foreign, of a later format version, of another kind or damaged, or its content is no such model; the message names the file and a remedy.
    /// </exception>
    /// <exception cref="IOException">The file is not there or cannot be read.</exception>
    public static StoredModel<EnsembleModel> ReadEnsemble(string path, ModelDetail detail = ModelDetail.Everything) =>
        Load(path, ModelKind.Ensemble, reader => EnsembleSections.Read(reader, detail));

    /// <summary>What the header and the metadata say; the other sections are not read.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="ModelFileException">The file is foreign, of a later format version, or damaged in these parts.</exception>
    public static ModelSummary Inspect(string path) => Summarise(path, verify: false);

    /// <summary>The same after every section's checksum has been checked; no model is built.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="ModelFileException">The file is foreign, of a later format version, or damaged.</exception>
    public static ModelSummary Verify(string path) => Summarise(path, verify: true);

    private static ModelSummary Summarise(string path, bool verify)
    {
        using var file = Open(path);
        var header = ModelHeader.Read(path, file);
        var reader = new SectionReader(path, file, header);
        var metadata = Guard(path, () => MetadataDocument.Read(reader.Read<byte>(MetadataSection)));
        if (verify)
        {
            reader.VerifyRest();
        }

        return new(path, ModelHeader.FormatVersion, header.Kind, header.Length, metadata, header.Sections);
    }

    private static StoredModel<T> Load<T>(string path, ModelKind kind, Func<SectionReader, T> read)
    {
        using var file = Open(path);
        var header = ModelHeader.Read(path, file);
        if (header.Kind != kind)
        {
            throw new ModelFileException(
                $"{path}: the model file holds {Describe(header.Kind)}, and what is wanted is {Describe(kind)}. Give a file that holds {Describe(kind)}.");
        }

        return Guard(path, () =>
        {
            var reader = new SectionReader(path, file, header);
            var metadata = MetadataDocument.Read(reader.Read<byte>(MetadataSection));
            var model = read(reader);
            reader.RequireDone();
            return new StoredModel<T>(model, metadata);
        });
    }

    private static T Guard<T>(string path, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception exception) when (exception is ArgumentException or JsonException)
        {
            throw ModelFileException.Content(path, exception.Message, exception);
        }
    }

    private static void Save(string path, ModelKind kind, ModelMetadata metadata, Action<SectionWriter> write)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(metadata);
        RequireLittleEndian();
        var writer = new SectionWriter();
        writer.Add<byte>(MetadataSection, MetadataDocument.Write(metadata));
        write(writer);
        AtomicFile.Write(Path.GetFullPath(path), writer.ToFile(kind), null);
    }

    private static SafeFileHandle Open(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        RequireLittleEndian();
        return File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, FileOptions.SequentialScan);
    }

    private static string Describe(ModelKind kind) => kind switch
    {
        ModelKind.RandomForest => "a random forest",
        ModelKind.BoostedTrees => "boosted trees",
        ModelKind.HiddenMarkov => "a hidden Markov model",
        ModelKind.Linear => "a linear model",
        ModelKind.Logistic => "a logistic regression",
        ModelKind.Calibration => "a calibration",
        ModelKind.MetaLayer => "a meta layer",
        ModelKind.Ensemble => "an ensemble",
        _ => $"kind {(int)kind}, which this build does not know",
    };

    private static void RequireLittleEndian()
    {
        if (!BitConverter.IsLittleEndian)
        {
            throw new PlatformNotSupportedException("Model files are little-endian arrays and can be read and written on little-endian machines only.");
        }
    }
}
