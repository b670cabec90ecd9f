namespace Ratchet.Market.Feeds;

/// <summary>What a file of market data holds.</summary>
/// <param name="Path">The file.</param>
/// <param name="Format">Its format.</param>
/// <param name="Parts">Its rows, a part for each kind and instrument.</param>
public sealed record SourceFile(string Path, SourceFormat Format, IReadOnlyList<SourcePart> Parts)
{
    /// <summary>What was met in the file and is no error, in words, such as that no line end follows the last row.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];
}
