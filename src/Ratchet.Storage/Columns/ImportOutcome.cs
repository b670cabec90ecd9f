using Ratchet.Market.Quality;

namespace Ratchet.Storage.Columns;

/// <summary>How an import ended, and what was found.</summary>
/// <param name="Status">Whether the bars are stored.</param>
/// <param name="QualityReport">What the check found; names every bad row.</param>
/// <param name="Manifest">The stored series; null when refused.</param>
/// <param name="QuarantinePath">The file of the rows that were kept out; null where there are none, or when refused.</param>
/// <param name="Facts">What was met and done on the way, in words; when refused, the last one says why.</param>
public sealed record ImportOutcome(
    ImportStatus Status, QualityReport QualityReport, BarManifest? Manifest, string? QuarantinePath, IReadOnlyList<string> Facts)
{
    /// <summary>Whether the bars are stored.</summary>
    public bool Accepted => Status == ImportStatus.Accepted;
}
