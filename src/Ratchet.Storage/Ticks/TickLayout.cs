using Ratchet.Storage.Columns;

namespace Ratchet.Storage.Ticks;

/// <summary>How rows lie in columns.</summary>
/// <param name="Kind">What the rows are.</param>
/// <param name="Instrument">The instrument as the source writes it.</param>
/// <param name="Columns">The columns in their order.</param>
internal sealed record TickLayout(TickKind Kind, string? Instrument, IReadOnlyList<StoredColumn> Columns)
{
    /// <summary>Levels a side of a book.</summary>
    public int Depth => Columns.Count(c => c.Name.StartsWith("bid_price_", StringComparison.Ordinal));

    public static TickLayout Of(TickManifest manifest) => new(manifest.Kind, manifest.Instrument, manifest.Columns);
}
