using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Ratchet.Market.Feeds.Formats;

/// <summary>
/// Cboe's delayed quote table: lines with the underlying's last price and the time of download, then calls on the left, the strike in the middle and
/// puts on the right. Class and expiry are those of the options' own symbols.
/// </summary>
internal static partial class CboeReader
{
    private const int Columns = 22;
    private const int StrikeColumn = 11;

    /// <summary>Last sale, bid, ask, volume, IV, delta, gamma and open interest, counted from the symbol's column.</summary>
    private static readonly int[] Offsets = [1, 3, 4, 5, 6, 7, 8, 9];
    private static readonly string[] Present = ["last", "bid", "ask", "volume", "iv", "delta", "gamma", "open_interest", "underlying_price"];

    public static void Read(SourceJob job)
    {
        using var text = SourceText.Open(job.Path);
        var source = new LineSource(text);
        var (time, spot) = Preamble(source);
        var fields = new CsvFields(Columns);
        var roots = new Dictionary<string, string>(StringComparer.Ordinal);
        OptionBuffer? options = null;
        while (source.TryRead(out var line))
        {
            if (line.Trim(" \t"u8).IsEmpty)
            {
                continue;
            }

            fields.Split(line);
            if (fields.Count != Columns)
            {
                throw CsvErrors.Count(source, line, fields.Count, Columns);
            }

            var strike = Number(source, fields, StrikeColumn);
            foreach (var side in (ReadOnlySpan<int>)[1, StrikeColumn + 1])
            {
                var field = fields.Field(line, side);
                if (!OccSymbol.TryParse(field, out var symbol))
                {
                    throw source.Error(side == 1 ? "Calls" : "Puts", $"'{Encoding.UTF8.GetString(field)}' is no option symbol.", "Download the table again; it should read such as SPXW230915C04500000.");
                }

                roots.TryAdd(symbol.Root, symbol.Root);
                options ??= new(job.Sink, new() { Instrument = symbol.Root }, Present);
                options.Begin(time, roots[symbol.Root], symbol.Expiry, strike, symbol.Right);
                for (var i = 0; i < Offsets.Length; i++)
                {
                    options.Set(i, Number(source, fields, side + Offsets[i]));
                }

                options.Set(Offsets.Length, spot);
            }
        }

        options?.Flush();
    }

    /// <summary>Reads up to the line of column names: the time in nanoseconds and the underlying's last price.</summary>
    private static (long Time, double Spot) Preamble(LineSource source)
    {
        long? time = null;
        var spot = double.NaN;
        while (source.TryRead(out var line) && source.LineNumber < 10)
        {
            var text = Encoding.UTF8.GetString(line);
            if (text.StartsWith("Expiration", StringComparison.Ordinal))
            {
                return time is { } known
                    ? (known, spot)
                    : throw source.Error(null, "the lines before the columns name no date.", "Download the table again; its third line should begin with Date:.");
            }

            if (LastPrice().Match(text) is { Success: true } last)
            {
                spot = NumberText.TryParse(Encoding.UTF8.GetBytes(last.Groups[1].Value), out var price)
                    ? price
                    : throw source.Error("Last", $"'{last.Groups[1].Value}' is no finite number.", "Download the table again.");
            }

            if (DateLine().Match(text) is { Success: true } date)
            {
                time = Time(source, date.Groups[1].Value, date.Groups[2].Value);
            }
        }

        throw source.Error(null, "the table's column names are missing.", "Download the table again.");
    }

    private static long Time(LineSource source, string text, string zone)
    {
        string[] forms = ["MMMM d, yyyy 'at' h:mm tt", "MMMM d, yyyy 'at' hh:mm tt", "MMMM d, yyyy"];
        var name = zone is "" or "EDT" or "EST" or "ET" ? "America/New_York" : zone is "CDT" or "CST" or "CT" ? "America/Chicago" : null;
        return name is not null
            && DateTime.TryParseExact(text, forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local)
            && new LocalClock(name).TryResolve(local, mayRepeat: true, out var time)
            ? time * 1_000_000
            : throw source.Error("Date", $"'{text} {zone}' is no known time.", "It should read such as 'May 1, 2025 at 4:49 PM EDT'.");
    }

    private static double Number(LineSource source, CsvFields fields, int column)
    {
        var text = fields.Field(source.Current, column);
        return text.IsEmpty ? double.NaN : NumberText.TryParse(text, out var value) ? value : throw CsvErrors.Number(source, text, $"column {column + 1}");
    }

    [GeneratedRegex("Last: *([0-9.]+)")]
    private static partial Regex LastPrice();

    [GeneratedRegex("^\"?Date: *([A-Z][a-z]+ [0-9]+, [0-9]{4}(?: at [0-9:]+ [AP]M)?) *([A-Z]*)")]
    private static partial Regex DateLine();
}
