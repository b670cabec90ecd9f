namespace Ratchet.Market.Feeds.Formats;

/// <summary>
/// Bars with the last bid and offer of each interval, in CSV files with a header: <c>timestamp, open, high, low, close, volume, bid, bid_size, ask,
/// ask_size</c> and perhaps <c>contract</c>. Rows without prices have no bar, rows without bid and offer no quote. A quote is known when its interval
/// ends: its time is the row's time and the interval, which is the shortest step between rows of the file.
/// </summary>
internal static class BarQuoteReader
{
    public static void Read(SourceJob job)
    {
        var step = ShortestStep(job);
        using var text = SourceText.Open(job.Path);
        var table = CsvTable.Open(job, text);
        int[] prices = [table.Require("open", "open"), table.Require("high", "high"), table.Require("low", "low"), table.Require("close", "close"), table.Require("volume", "volume")];
        int[] quotes = [table.Require("bid", "bid"), table.Find("bid_size"), table.Require("ask", "ask"), table.Find("ask_size")];
        var contract = table.Find("contract");
        var parts = new List<(string? Name, BarBuffer Bars, QuoteBuffer Quotes)>();
        while (table.TryNext())
        {
            var name = contract < 0 ? null : table.String(contract);
            var at = parts.FindIndex(p => p.Name == name);
            if (at < 0)
            {
                var part = new SourcePart { Name = name, Instrument = table.Instrument };
                parts.Add((name, new(job.Sink, part), new(job.Sink, part)));
                at = parts.Count - 1;
            }

            var time = table.Time();
            if (!double.IsNaN(table.Number(prices[0])))
            {
                parts[at].Bars.Add(time / 1_000_000, new(table.Number(prices[0]), table.Number(prices[1]), table.Number(prices[2]), table.Number(prices[3]), table.Number(prices[4]), double.NaN, double.NaN), table.Source.LineNumber);
            }

            var (bid, ask) = (table.Number(quotes[0]), table.Number(quotes[2]));
            if (!double.IsNaN(bid) || !double.IsNaN(ask))
            {
                if (time > long.MaxValue - step)
                {
                    throw table.Source.Error("time", "the interval of the row ends after the year 2262.", "Check the column's unit.");
                }

                parts[at].Quotes.Add(time + step, bid, table.Number(quotes[1]), ask, table.Number(quotes[3]), table.Source);
            }
        }

        foreach (var (_, bars, closing) in parts)
        {
            bars.Flush();
            closing.Flush();
        }
    }

    private static long ShortestStep(SourceJob job)
    {
        using var text = SourceText.Open(job.Path);
        var table = CsvTable.Open(job, text);
        var step = long.MaxValue;
        var previous = long.MinValue;
        while (table.TryNext())
        {
            var time = table.Time();
            if (previous != long.MinValue && time > previous)
            {
                step = Math.Min(step, time - previous);
            }

            previous = time;
        }

        return step < long.MaxValue
            ? step
            : throw table.Source.Error(null, "the file has fewer than two times, so the length of its intervals is unknown.", "Give a file with two rows or more.");
    }
}
