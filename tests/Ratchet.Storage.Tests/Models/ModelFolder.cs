using Ratchet.Storage.Models;

namespace Ratchet.Storage.Tests.Models;

/// <summary>A folder for model files that goes away with the test.</summary>
internal sealed class ModelFolder : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("ratchet-models-");

    public string this[string name] => Path.Combine(folder.FullName, name);

    /// <summary>Writes a model of each kind and returns the file with what reads it.</summary>
    public (string Path, Action<string> Read) Write(ModelKind kind)
    {
        var path = this[$"{kind}.model"];
        var metadata = new ModelMetadata { Name = "m" };
        switch (kind)
        {
            case ModelKind.RandomForest:
                ModelFile.Write(path, SmallModels.Stump, metadata);
                return (path, p => ModelFile.ReadForest(p));
            case ModelKind.BoostedTrees:
                ModelFile.Write(path, SmallModels.Boosted, metadata);
                return (path, p => ModelFile.ReadBoosted(p));
            case ModelKind.HiddenMarkov:
                ModelFile.Write(path, SmallModels.Full, metadata);
                return (path, p => ModelFile.ReadHmm(p));
            case ModelKind.Linear:
                ModelFile.Write(path, SmallModels.Linear, metadata);
                return (path, p => ModelFile.ReadLinear(p));
            case ModelKind.Logistic:
                ModelFile.Write(path, SmallModels.Logistic, metadata);
                return (path, p => ModelFile.ReadLogistic(p));
            case ModelKind.Calibration:
                ModelFile.Write(path, SmallModels.Isotonic, metadata);
                return (path, p => ModelFile.ReadCalibration(p));
            case ModelKind.MetaLayer:
                ModelFile.Write(path, SmallModels.Ensemble.Meta, metadata);
                return (path, p => ModelFile.ReadMetaLayer(p));
            case ModelKind.Ensemble:
                ModelFile.Write(path, SmallModels.Ensemble, metadata);
                return (path, p => ModelFile.ReadEnsemble(p, ModelDetail.Prediction));
            default:
                throw new ArgumentOutOfRangeException(nameof(kind), kind, "No such kind.");
        }
    }

    /// <summary>A file of sections that need not make a model, with checksums that hold.</summary>
    public string Forge(ModelKind kind, Action<SectionWriter> write)
    {
        var writer = new SectionWriter();
        writer.Add<byte>("metadata", MetadataDocument.Write(new()));
        write(writer);
        var path = this["forged.model"];
        File.WriteAllBytes(path, writer.ToFile(kind));
        return path;
    }

    public void Dispose() => folder.Delete(recursive: true);
}
