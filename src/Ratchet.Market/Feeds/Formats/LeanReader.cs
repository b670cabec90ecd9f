namespace Ratchet.Market.Feeds.Formats;

/// <summary>
/// LEAN's zips: the files of one day, one for each contract, of lines that begin with milliseconds after midnight in the market's data zone. A quote bar
/// becomes the quote with which its interval ended, at that end.
/// </summary>
internal static class LeanReader
{
    private const double EquityScale = 10_000;

    /// <summary>The entries of a zip where all its files are LEAN's; null otherwise.</summary>
    public static LeanEntry[]? Entries(string path)
    {
        var names = ZipEntries.Names(path);
        var entries = names.Select(LeanEntry.Parse).OfType<LeanEntry>().ToArray();
        return entries.Length > 0 && entries.Length == names.Length ? entries : null;
    }

    public static void Read(SourceJob job)
    {
        var entries = Entries(job.Path)!;
        if (entries.Select(e => (e.Symbol, e.Kind, e.Resolution)).Distinct().Count() > 1)
        {
            throw MarketDataException.At(
                job.Path,
                0,
                null,
                $"the zip mixes {string.Join(", ", entries.Select(e => $"{e.Symbol} {e.Resolution} {e.Kind}".ToLowerInvariant()).Distinct())}.",
                "Pack one symbol and one kind of data in a zip.");
        }

        var market = MarketOf(job, entries);
        foreach (var entry in entries)
        {
            ReadEntry(job, entry, market);
        }
    }

    private static void ReadEntry(SourceJob job, LeanEntry entry, LeanMarket market)
    {
        using var text = SourceText.Open(job.Path, entry.Name);
        var source = new LineSource(text);
        var lines = new LeanLines(source, entry, market == LeanMarket.Equity ? "America/New_York" : "UTC", market == LeanMarket.Equity ? EquityScale : 1);
        var part = new SourcePart { Name = entry.Contract, Instrument = entry.Symbol };
        switch (entry.Kind, entry.Resolution)
        {
            case ("TRADE", "TICK"):
                var trades = new TradeBuffer(job.Sink, part);
                lines.ReadTrades(trades, job.CancellationToken);
                trades.Flush();
                break;
            case ("TRADE", _):
                var bars = new BarBuffer(job.Sink, part);
                lines.ReadBars(bars, job.CancellationToken);
                bars.Flush();
                break;
            case ("QUOTE", _):
                var quotes = new QuoteBuffer(job.Sink, part);
                lines.ReadQuotes(quotes, job.CancellationToken);
                quotes.Flush();
                break;
            default:
                var values = new ValueBuffer(job.Sink, part, ["open_interest"]);
                lines.ReadValues(values, job.CancellationToken);
                values.Flush();
                break;
        }
    }

    private static LeanMarket MarketOf(SourceJob job, LeanEntry[] entries)
    {
        if (job.Options.LeanMarket is { } given)
        {
            return given;
        }

        foreach (var folder in Path.GetFullPath(job.Path).ToLowerInvariant().Split('/', '\\', '_'))
        {
            switch (folder)
            {
                case "crypto" or "cryptofuture":
                    return LeanMarket.Crypto;
                case "future":
                    return LeanMarket.Future;
                case "equity":
                    return LeanMarket.Equity;
                default:
                    break;
            }
        }

        return entries.All(e => e.Contract is not null)
            ? LeanMarket.Future
            : throw MarketDataException.At(
                job.Path,
                0,
                null,
                "the market of LEAN's zip is not known, so neither are its time zone and its scale of prices.",
                "Keep the zip in LEAN's folders (crypto, future or equity), or give the option LeanMarket.");
    }
}
