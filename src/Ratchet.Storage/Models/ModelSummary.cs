namespace Ratchet.Storage.Models;

/// <summary>What a model file's header and metadata say.</summary>
/// <param name="Path">The file.</param>
/// <param name="FormatVersion">The version of the format.</param>
/// <param name="Kind">What it holds.</param>
/// <param name="Length">How many bytes it has.</param>
/// <param name="Metadata">What it says about its model.</param>
/// <param name="Sections">Its sections, in their order.</param>
public sealed record ModelSummary(
    string Path, int FormatVersion, ModelKind Kind, long Length, ModelMetadata Metadata, IReadOnlyList<SectionSummary> Sections);
