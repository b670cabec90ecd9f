using System.Globalization;
using System.Text;

namespace Ratchet.Market.Feeds.Formats;

/// <summary>
/// A CSV file with a header, row by row: columns by name, times in nanoseconds, numbers, and the one instrument of its symbol column. Databento's files
/// are known by their column <c>rtype</c>: their prices without a point are billionths.
/// </summary>
internal sealed class CsvTable
{
    private static readonly string[] TimeNames =
    [
        "ts_recv", "ts_event", "timestamp_ns", "timestamp_us", "timestamp_ms", "timestamp", "time", "transact_time", "trade_time", "open_time", "unix", "ts", "datetime", "date_time", "date",
    ];

    private static readonly string[] InstrumentNames = ["symbol", "instrument", "ticker", "pair", "instrument_id"];

    /// <summary>More than any source has; a row's columns are made at once, so a damaged header must not decide how many.</summary>
    private const int MostColumns = 4096;

    private readonly SourceJob job;
    private readonly CsvFields fields;
    private readonly TimeField times;
    private readonly int time;
    private readonly int instrument;
    private readonly bool isDatabento;
    private readonly int firstRow;
    private byte[]? first;

    private CsvTable(SourceJob job, LineSource source, string[] names)
    {
        this.job = job;
        Source = source;
        Names = names;
        firstRow = source.LineNumber + 1;
        if (names.Length > MostColumns)
        {
            throw source.Error(null, $"the header has {names.Length:N0} columns; at most {MostColumns:N0} are read.", "Give a text file with one record a line, whose first line names the columns.");
        }

        fields = new(names.Length);
        time = Require("timestamp", TimeNames);
        instrument = Find(InstrumentNames);
        isDatabento = Find("rtype") >= 0;
        times = new(source, names[time], job.Options.TimeZone);
    }

    public LineSource Source { get; }

    public string[] Names { get; }

    public bool IsDatabento => isDatabento;

    public int TimeIndex => time;

    /// <summary>The instrument of the rows read so far; null without such a column.</summary>
    public string? Instrument => first is null ? null : Encoding.UTF8.GetString(first);

    /// <summary>Reads the header, which is the first line with text.</summary>
    public static CsvTable Open(SourceJob job, SourceText text)
    {
        var source = new LineSource(text);
        while (source.TryRead(out var line))
        {
            if (!line.Trim(" \t"u8).IsEmpty && !line.StartsWith("http"u8))
            {
                return new(job, source, HeaderNames(line));
            }
        }

        throw source.Error(null, "the file has no lines with data.", "Download or export it again.");
    }

    public static string[] HeaderNames(ReadOnlySpan<byte> line) => [.. Encoding.UTF8.GetString(line).Split(',').Select(n => n.Trim().Trim('"').Trim().ToLowerInvariant().Replace(' ', '_'))];

    public int Find(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            var index = Array.IndexOf(Names, name);
            if (index >= 0)
            {
                return Array.LastIndexOf(Names, name) == index ? index : throw Source.Error(name, "the header names this column twice.", "Rename or remove one of them.");
            }
        }

        return -1;
    }

    public int Require(string what, params ReadOnlySpan<string> names) =>
        Find(names) is var index and >= 0
            ? index
            : throw Source.Error(what, $"the header has no such column; it has {string.Join(", ", Names)}.", "Add it, or rename the column that holds it.");

    /// <summary>Goes to the next row with text; false at the end.</summary>
    public bool TryNext()
    {
        while (Source.TryRead(out var line))
        {
            if ((Source.LineNumber & 0xFFFF) == 0)
            {
                job.CancellationToken.ThrowIfCancellationRequested();
            }

            if (line.Trim(" \t"u8).IsEmpty)
            {
                continue;
            }

            fields.Split(line);
            if (fields.Count != Names.Length)
            {
                throw CsvErrors.Count(Source, line, fields.Count, Names.Length);
            }

            CheckInstrument();
            if (Source.IsOpen)
            {
                job.Sink.Notes.Add(OpenEnd.Judge(Source, firstRow, Names[^1]));
            }

            return true;
        }

        return false;
    }

    public ReadOnlySpan<byte> Text(int column) => fields.Field(Source.Current, column);

    public string String(int column) => Encoding.UTF8.GetString(Text(column));

    /// <summary>Nanoseconds since 1970-01-01 UTC.</summary>
    public long Time() => times.ReadNanoseconds(Text(time));

    /// <summary>A number; NaN where the column is missing or the field empty.</summary>
    public double Number(int column)
    {
        if (column < 0)
        {
            return double.NaN;
        }

        var text = Text(column);
        return text.IsEmpty ? double.NaN : NumberText.TryParse(text, out var value) ? value : throw CsvErrors.Number(Source, text, Names[column]);
    }

    /// <summary>A price; in Databento's files also as a whole number of billionths, whose largest value stands for none.</summary>
    public double Price(int column)
    {
        if (!isDatabento || Text(column) is not { IsEmpty: false } text || text.Contains((byte)'.'))
        {
            return Number(column);
        }

        return long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var billionths)
            ? billionths == long.MaxValue ? double.NaN : (double)(billionths / 1_000_000_000m)
            : throw CsvErrors.Number(Source, text, Names[column]);
    }

    /// <summary>A number that must be there.</summary>
    public double Required(double value, int column) =>
        double.IsNaN(value) ? throw Source.Error(Names[column], "the field is empty.", "Every row needs it; export the file again.") : value;

    public MarketDataException Error(int column, string problem, string remedy) => Source.Error(Names[column], $"'{String(column)}' {problem}", remedy);

    private void CheckInstrument()
    {
        if (instrument < 0)
        {
            return;
        }

        var text = Text(instrument);
        if (first is null)
        {
            first = text.ToArray();
        }
        else if (!text.SequenceEqual(first))
        {
            throw Source.Error(
                Names[instrument], $"'{Encoding.UTF8.GetString(text)}' after '{Instrument}': the file mixes symbols.", "Split the file by symbol and import each part.");
        }
    }
}
