using System.Text;

namespace Ratchet.Market.Feeds.Formats;

/// <summary>The lines of one file of a LEAN zip.</summary>
internal sealed class LeanLines(LineSource source, LeanEntry entry, string zone, double scale)
{
    private const long NanosecondsPerMillisecond = 1_000_000;

    private readonly CsvFields fields = new(16);
    private readonly LocalClock clock = new(zone);
    private readonly DateTime midnight = entry.Date.ToDateTime(TimeOnly.MinValue);

    /// <summary>Milliseconds, open, high, low, close, volume.</summary>
    public void ReadBars(BarBuffer bars, CancellationToken cancellationToken)
    {
        while (TryNext(6, 6, cancellationToken))
        {
            var row = new PriceRow(Price(1), Price(2), Price(3), Price(4), Number(5), double.NaN, double.NaN);
            bars.Add(Time() / NanosecondsPerMillisecond, row, source.LineNumber);
        }
    }

    /// <summary>Milliseconds, price, size and perhaps exchange, conditions and a flag.</summary>
    public void ReadTrades(TradeBuffer trades, CancellationToken cancellationToken)
    {
        while (TryNext(3, 8, cancellationToken))
        {
            trades.Add(Time(), Price(1), Number(2), default, source);
        }
    }

    /// <summary>Ticks: milliseconds, bid, size, ask, size. Bars: milliseconds, four bids and a size, four asks and a size; their last are taken, at the bar's end.</summary>
    public void ReadQuotes(QuoteBuffer quotes, CancellationToken cancellationToken)
    {
        var isTick = entry.Resolution == "TICK";
        var length = entry.Resolution switch { "MINUTE" => 60_000, "SECOND" => 1_000, _ => 0 } * NanosecondsPerMillisecond;
        while (isTick ? TryNext(5, 9, cancellationToken) : TryNext(11, 11, cancellationToken))
        {
            if (isTick)
            {
                quotes.Add(Time(), Price(1), Number(2), Price(3), Number(4), source);
            }
            else
            {
                quotes.Add(Time() + length, Price(4), Number(5), Price(9), Number(10), source);
            }
        }
    }

    /// <summary>Milliseconds and a number.</summary>
    public void ReadValues(ValueBuffer values, CancellationToken cancellationToken)
    {
        while (TryNext(2, 2, cancellationToken))
        {
            values.Add(Time(), [Number(1)], source);
        }
    }

    private bool TryNext(int least, int most, CancellationToken cancellationToken)
    {
        while (source.TryRead(out var line))
        {
            if (line.Trim(" \t"u8).IsEmpty)
            {
                continue;
            }

            if ((source.LineNumber & 0xFFFF) == 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
            }

            fields.Split(line);
            return fields.Count >= least && fields.Count <= most ? true : throw CsvErrors.Count(source, line, fields.Count, least);
        }

        return false;
    }

    private long Time()
    {
        var text = fields.Field(source.Current, 0);
        if (!NumberText.TryParse(text, out var milliseconds) || milliseconds is < 0 or >= 86_400_000)
        {
            throw source.Error("time", $"'{Encoding.UTF8.GetString(text)}' is no time of day in milliseconds.", "LEAN writes milliseconds after midnight; check that the file is its own.");
        }

        var whole = (long)milliseconds;
        if (!clock.TryResolve(midnight.AddMilliseconds(whole), mayRepeat: true, out var time))
        {
            throw source.Error("time", $"'{Encoding.UTF8.GetString(text)}' does not exist on {entry.Date:yyyy-MM-dd} in {clock.Zone}: clocks were put forward over it.", "Check the option LeanMarket.");
        }

        clock.Follow(time);
        return (time * NanosecondsPerMillisecond) + (long)Math.Round((milliseconds - whole) * NanosecondsPerMillisecond);
    }

    private double Price(int column) => Number(column) / scale;

    private double Number(int column)
    {
        var text = fields.Field(source.Current, column);
        return text.IsEmpty ? double.NaN : NumberText.TryParse(text, out var value) ? value : throw CsvErrors.Number(source, text, $"column {column + 1}");
    }
}
