using Ratchet.Market.Instruments;

namespace Ratchet.Market.Feeds;

/// <summary>What is known of a file of bars after its rows were given out in chunks.</summary>
/// <param name="Path">The file.</param>
/// <param name="Rows">How many rows it has.</param>
/// <param name="Symbol">The one symbol of its symbol column; null without such a column.</param>
/// <param name="TimeUnit">How it writes times.</param>
/// <param name="IsDescending">Whether its times never rise and fall at least once; the chunks were in that order.</param>
/// <param name="Facts">What was met on the way, in words: compression, skipped lines, columns chosen, order.</param>
public sealed record BarCsvSummary(string Path, long Rows, Symbol? Symbol, TimeUnit TimeUnit, bool IsDescending, IReadOnlyList<string> Facts)
{
    /// <summary>A note where no line end follows the last row, so that its last field may have been cut; null otherwise. It is among the facts too.</summary>
    public string? OpenEnd { get; init; }
}
