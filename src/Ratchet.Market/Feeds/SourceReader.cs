using Ratchet.Market.Feeds.Formats;

namespace Ratchet.Market.Feeds;

/// <summary>
/// Reads market data of every known format: bars, trades, quotes, order books, option chains. The format is found by content, and by name only where
/// the content cannot tell (LOBSTER's and LEAN's dates are in names). A file is read whole or fails with one error that names the place, the text and
/// what to do.
/// </summary>
public static class SourceReader
{
    /// <summary>Which format a file has.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="MarketDataException">The file cannot be opened or unpacked, or no known format fits; the message says which are known.</exception>
    public static SourceFormat Detect(string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        return FormatDetector.Detect(path);
    }

    /// <summary>Reads a file into memory.</summary>
    /// <param name="path">The file; of LOBSTER's pair either one.</param>
    /// <param name="options">How to read it; null for the defaults.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="MarketDataException">The file cannot be read, or its format is refused.</exception>
    public static SourceFile Read(string path, SourceOptions? options = null, CancellationToken cancellationToken = default)
    {
        var parts = new List<SourcePart>();
        var sink = new PartSink(int.MaxValue, parts.Add);
        var format = Read(path, options, sink, cancellationToken);
        return parts.Count > 0
            ? new(path, format, parts) { Notes = sink.Notes }
            : throw MarketDataException.At(path, 0, null, "the file has no rows.", "Download or export it again.");
    }

    /// <summary>Reads a file in chunks, in memory that does not grow with it (candles in JSON excepted).</summary>
    /// <param name="path">The file; of LOBSTER's pair either one.</param>
    /// <param name="options">How to read it; null for the defaults.</param>
    /// <param name="chunkRows">Most rows of a chunk, at least 1.</param>
    /// <param name="onChunk">Takes the rows; the memory of all series but bars is used again after it returns.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>The format.</returns>
    /// <exception cref="MarketDataException">The file cannot be read, or its format is refused; chunks may have been given out before.</exception>
    public static SourceFormat Stream(string path, SourceOptions? options, int chunkRows, Action<SourcePart> onChunk, CancellationToken cancellationToken = default) =>
        Stream(path, options, chunkRows, onChunk, out _, cancellationToken);

    /// <summary>Reads a file in chunks, and tells what was met in it that is no error.</summary>
    /// <param name="path">The file; of LOBSTER's pair either one.</param>
    /// <param name="options">How to read it; null for the defaults.</param>
    /// <param name="chunkRows">Most rows of a chunk, at least 1.</param>
    /// <param name="onChunk">Takes the rows; the memory of all series but bars is used again after it returns.</param>
    /// <param name="notes">Notes in words, such as that no line end follows the last row.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>The format.</returns>
    /// <exception cref="MarketDataException">The file cannot be read, or its format is refused; chunks may have been given out before.</exception>
    public static SourceFormat Stream(
        string path, SourceOptions? options, int chunkRows, Action<SourcePart> onChunk, out IReadOnlyList<string> notes, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(onChunk);
        ArgumentOutOfRangeException.ThrowIfLessThan(chunkRows, 1);
        var sink = new PartSink(chunkRows, onChunk);
        var format = Read(path, options, sink, cancellationToken);
        notes = sink.Notes;
        return format;
    }

    private static SourceFormat Read(string path, SourceOptions? options, PartSink sink, CancellationToken cancellationToken)
    {
        var format = Detect(path);
        if (format.Refusal is { } refusal)
        {
            throw new MarketDataException($"{path}: {refusal}");
        }

        options ??= new();
        options.Validate();
        var job = new SourceJob(path, options, sink, cancellationToken);
        FormatTable.ReaderOf(format)(job);
        return format;
    }
}
