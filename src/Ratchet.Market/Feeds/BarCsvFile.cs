using Ratchet.Market.Instruments;

namespace Ratchet.Market.Feeds;

/// <summary>What a CSV file of bars holds.</summary>
/// <param name="Path">The file.</param>
/// <param name="Bars">Its rows, unchecked; in the file's order, but oldest first where the whole file ran from the newest to the oldest.</param>
/// <param name="Symbol">The one symbol of its symbol column; null without such a column.</param>
/// <param name="TimeUnit">How it writes times.</param>
/// <param name="WasDescending">Whether it ran from the newest to the oldest and was turned round.</param>
/// <param name="Facts">What was met on the way, in words: compression, skipped lines, columns chosen, order.</param>
public sealed record BarCsvFile(string Path, RawBars Bars, Symbol? Symbol, TimeUnit TimeUnit, bool WasDescending, IReadOnlyList<string> Facts);
