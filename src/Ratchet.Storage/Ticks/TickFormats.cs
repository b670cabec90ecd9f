using Ratchet.Market.Feeds;

namespace Ratchet.Storage.Ticks;

/// <summary>Which files hold ticks.</summary>
public static class TickFormats
{
    /// <summary>Whether a file holds rows that are no bars, beside bars or alone. Looks at its beginning, but reads a LEAN zip as a whole at worst.</summary>
    /// <param name="path">The file.</param>
    /// <param name="options">How it is read; null for the defaults.</param>
    /// <returns>Also true for formats that are refused as ticks; false for what no reader of ticks knows.</returns>
    /// <exception cref="MarketDataException">A LEAN zip cannot be read.</exception>
    public static bool HoldsTicks(string path, SourceOptions? options = null)
    {
        SourceFormat format;
        try
        {
            format = SourceReader.Detect(path);
        }
        catch (MarketDataException)
        {
            // The reader of bars states what is wrong with it.
            return false;
        }

        return format != SourceFormat.BarsCsv && format != SourceFormat.BinanceCsv && format != SourceFormat.CandleJson
            && (format != SourceFormat.LeanZip || BeginsWithTicks(path, options));
    }

    /// <summary>Whether a file holds bars, beside ticks or alone; false for what no reader knows.</summary>
    /// <param name="path">The file.</param>
    /// <param name="options">How it is read; null for the defaults.</param>
    /// <exception cref="MarketDataException">A LEAN zip cannot be read.</exception>
    public static bool HoldsBars(string path, SourceOptions? options = null) =>
        !HoldsTicks(path, options) || SourceReader.Detect(path) == SourceFormat.BarQuoteCsv;

    private static bool BeginsWithTicks(string path, SourceOptions? options)
    {
        using var enough = new CancellationTokenSource();
        bool? isTicks = null;
        try
        {
            SourceReader.Stream(path, options, 1, part =>
            {
                isTicks ??= part.Bars is null;
                enough.Cancel();
            }, enough.Token);
        }
        catch (OperationCanceledException) when (isTicks is not null)
        {
            // The first row tells: a LEAN zip holds one kind.
        }

        return isTicks ?? false;
    }
}
