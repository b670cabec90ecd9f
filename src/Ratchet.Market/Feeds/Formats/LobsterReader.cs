using System.Text;
using Ratchet.Market.Ticks;

namespace Ratchet.Market.Feeds.Formats;

/// <summary>
/// LOBSTER's pair: line k of the orderbook file is the book after the event of line k of the message file. Prices are ten-thousandths of a dollar, times
/// seconds after midnight in New York, the date is in the name. Trades are executions of visible and hidden orders (types 4 and 5); the event's
/// direction is that of the resting order, so the aggressor is the other side.
/// </summary>
internal static class LobsterReader
{
    private const int MessageColumns = 6;
    private const double Scale = 10_000;
    private const double Missing = 9_999_999_999;

    public static void Read(SourceJob job)
    {
        var name = LobsterName.Parse(job.Path)!;
        var (messagePath, bookPath) = name.IsBook ? (name.Partner, job.Path) : (job.Path, name.Partner);
        if (!File.Exists(messagePath))
        {
            throw MarketDataException.At(
                job.Path, 0, null, "LOBSTER's order book file has no times of its own.", $"Put its message file beside it: {Path.GetFileName(messagePath)}.");
        }

        using var messageText = SourceText.Open(messagePath);
        using var bookText = File.Exists(bookPath) ? SourceText.Open(bookPath) : null;
        var messages = new LineSource(messageText);
        var books = bookText is null ? null : new LineSource(bookText);
        var part = new SourcePart { Instrument = name.Symbol };
        var trades = new TradeBuffer(job.Sink, part);
        var midnight = Midnight(name.Date);
        var fields = new CsvFields(MessageColumns);
        var levels = new BookLines(job, part);
        while (messages.TryRead(out var line))
        {
            job.CancellationToken.ThrowIfCancellationRequested();
            fields.Split(line);
            if (fields.Count != MessageColumns)
            {
                throw CsvErrors.Count(messages, line, fields.Count, MessageColumns);
            }

            var time = Time(messages, fields.Field(line, 0), midnight);
            if (fields.Field(line, 1) is [(byte)'4' or (byte)'5'])
            {
                var side = fields.Field(line, 5).SequenceEqual("-1"u8) ? AggressorSide.Buy : AggressorSide.Sell;
                trades.Add(time, Number(messages, fields, 4) / Scale, Number(messages, fields, 3), side, messages);
            }

            if (books is not null)
            {
                if (!books.TryRead(out _))
                {
                    throw books.Error(null, $"the file ends after {books.LineNumber} lines, its message file has more.", "Both files of the pair must be of one download.");
                }

                levels.Add(time, books);
            }
        }

        if (books is not null && books.TryRead(out _))
        {
            throw books.Error(null, $"the file has more lines than its message file, {messages.LineNumber}.", "Both files of the pair must be of one download.");
        }

        levels.Flush();
        trades.Flush();
    }

    private static long Midnight(DateOnly date)
    {
        new LocalClock("America/New_York").TryResolve(date.ToDateTime(TimeOnly.MinValue), mayRepeat: true, out var time);
        return time * 1_000_000;
    }

    /// <summary>Seconds after midnight with up to nine decimals. A session never spans a change of clocks, which are at night and on Sundays.</summary>
    private static long Time(LineSource source, ReadOnlySpan<byte> text, long midnight)
    {
        long seconds = 0;
        long billionths = 0;
        var unit = 0;
        var isValid = text.Length is > 0 and < 20;
        foreach (var letter in text)
        {
            if (letter == '.' && unit == 0)
            {
                unit = 1_000_000_000;
            }
            else if (letter is >= (byte)'0' and <= (byte)'9' && unit != 1)
            {
                unit /= 10;
                seconds = unit == 0 ? (seconds * 10) + letter - '0' : seconds;
                billionths += (letter - '0') * unit;
            }
            else
            {
                isValid = false;
            }
        }

        return isValid && seconds < 86_400
            ? midnight + (seconds * 1_000_000_000) + billionths
            : throw source.Error("time", $"'{Encoding.UTF8.GetString(text)}' is no time of day in seconds.", "LOBSTER writes such as 34200.004241176; check that the file is its message file.");
    }

    private static double Number(LineSource source, CsvFields fields, int column)
    {
        var text = fields.Field(source.Current, column);
        return NumberText.TryParse(text, out var value) ? value : throw CsvErrors.Number(source, text, $"column {column + 1}");
    }

    /// <summary>Lines of the orderbook file: ask price, ask size, bid price, bid size of each level.</summary>
    private sealed class BookLines(SourceJob job, SourcePart part)
    {
        private CsvFields? fields;
        private BookBuffer? rows;
        private int columns;

        public void Add(long time, LineSource source)
        {
            var line = source.Current;
            if (fields is null || rows is null)
            {
                columns = 1 + line.Count((byte)',');
                if (columns % 4 != 0)
                {
                    throw source.Error(null, $"the line has {columns} columns, which are no levels of four.", "Check that the file is LOBSTER's orderbook file.");
                }

                fields = new(columns);
                rows = new(job.Sink, part, Math.Min(job.Options.BookDepth, columns / 4));
            }

            fields.Split(line);
            if (fields.Count != columns)
            {
                throw CsvErrors.Count(source, line, fields.Count, columns);
            }

            rows.Begin(time, source);
            for (var level = 0; level < rows.Depth; level++)
            {
                var ask = Number(source, fields, 4 * level);
                if (ask != Missing)
                {
                    rows.SetAsk(level, ask / Scale, Number(source, fields, (4 * level) + 1));
                }

                var bid = Number(source, fields, (4 * level) + 2);
                if (bid != -Missing)
                {
                    rows.SetBid(level, bid / Scale, Number(source, fields, (4 * level) + 3));
                }
            }
        }

        public void Flush() => rows?.Flush();
    }
}
