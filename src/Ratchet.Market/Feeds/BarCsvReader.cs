namespace Ratchet.Market.Feeds;

/// <summary>
/// Reads bars from CSV text: with a header in any column order and with common names, or Binance's twelve columns without one; plain, gzip or zip by
/// content; and from candles in JSON and LEAN's zips of minute bars. Reads every row or fails with one error that names file, line, column, the
/// offending text and what to do. A row that is well written but wrong in meaning (a negative price, a low above the high, a time twice) is no reading
/// error: the quality check reports it.
/// </summary>
/// <remarks>One pass, no string a field. A field that is empty becomes NaN. Columns that are not known are ignored.</remarks>
public static class BarCsvReader
{
    /// <summary>Reads a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="options">How to read it; null for the defaults.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="MarketDataException">The file cannot be read as bars.</exception>
    public static BarCsvFile Read(string path, BarCsvOptions? options = null, CancellationToken cancellationToken = default)
    {
        RawBarBuffer? rows = null;
        var summary = BarCsvChunks.Read(
            path,
            options,
            chunk =>
            {
                rows ??= new(BarChunk.Rows, chunk.HasTradeCount, chunk.HasTakerBuyVolume);
                rows.Append(chunk);
            },
            cancellationToken);
        IReadOnlyList<string> facts = summary.IsDescending
            ? [.. summary.Facts, "rows ran from the newest to the oldest and were turned round"]
            : summary.Facts;
        return new(path, rows!.Take(summary.IsDescending), summary.Symbol, summary.TimeUnit, summary.IsDescending, facts);
    }
}
