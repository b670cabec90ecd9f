using Ratchet.Market.Feeds;
using Ratchet.Market.Instruments;
using Ratchet.Market.Time;

namespace Ratchet.Market.Quality;

/// <summary>
/// Checks files of every format that <see cref="SourceReader"/> reads: bars by <see cref="QualityStream"/>, other rows by their own rules.
/// A file is read once, and once more where it holds bars: their time frame must be known first.
/// </summary>
public static class SourceChecker
{
    private const int ChunkRows = 32_768;

    /// <summary>Checks a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="options">How; null for the defaults.</param>
    /// <param name="cancellationToken">Stops the check.</param>
    /// <returns>A finding for each part; one that says why where the file cannot be read.</returns>
    public static IReadOnlyList<SourceFinding> Check(string path, SourceCheckOptions? options = null, CancellationToken cancellationToken = default)
    {
        options ??= new();
        SourceFormat? format = null;
        try
        {
            format = SourceReader.Detect(path);
            return Read(path, format, options, cancellationToken);
        }
        catch (MarketDataException exception)
        {
            return [new() { Path = path, Format = format, Error = exception.Message }];
        }
    }

    private static List<SourceFinding> Read(string path, SourceFormat format, SourceCheckOptions options, CancellationToken cancellationToken)
    {
        var known = KnownInstrument.OfFile(path);
        var bars = new Dictionary<string, BarScan>(StringComparer.Ordinal);
        var ticks = new Dictionary<(string Part, string Kind), TickScan>();
        var order = new List<(string Part, string Kind)>();
        SourceReader.Stream(path, options.Reading, ChunkRows, part =>
        {
            var key = (Name(part), part.Kind);
            if (options.Part is not null && part.Name != options.Part)
            {
                return;
            }

            if (part.Bars is { } rows)
            {
                if (!bars.TryGetValue(key.Item1, out var scan))
                {
                    bars[key.Item1] = scan = new(known?.Tick ?? 0);
                    order.Add(key);
                }

                scan.Add(BarRows.Of(rows));
                return;
            }

            if (!ticks.TryGetValue(key, out var other))
            {
                ticks[key] = other = new();
                order.Add(key);
            }

            other.Add(part);
        }, out var notes, cancellationToken);
        var calendar = options.Calendar ?? known?.Calendar ?? TradingCalendar.AroundTheClock;
        var findings = new List<SourceFinding>();
        var empty = new SourceFinding { Path = path, Format = format };
        foreach (var (part, kind) in order)
        {
            var named = empty with { Part = part.Length == 0 ? null : part, Kind = kind };
            var finding = ticks.TryGetValue((part, kind), out var scan)
                ? named with { Rows = scan.Rows, Span = new(scan.First / 1_000_000, scan.Last / 1_000_000), Notes = scan.Notes(kind) }
                : OfBars(named, bars[part], calendar, options, cancellationToken);
            findings.Add(finding with { Notes = [.. finding.Notes, .. notes] });
        }

        return findings.Count > 0 ? findings : [empty with { Error = $"{path}: it holds no part '{options.Part}'." }];
    }

    private static SourceFinding OfBars(SourceFinding named, BarScan scan, TradingCalendar calendar, SourceCheckOptions options, CancellationToken cancellationToken)
    {
        var isDescending = scan.Steps.Descents > scan.Rows / 2;
        var frame = options.TimeFrame ?? FrameOfName(named.Path);
        try
        {
            frame ??= scan.Steps.TimeFrame(isDescending);
        }
        catch (MarketDataException exception)
        {
            return named with { Rows = scan.Rows, Span = scan.Span, Days = scan.Days, Error = $"{named.Path}: {exception.Message}" };
        }

        var report = isDescending
            ? QualityChecker.Check(BarCsvReader.Read(named.Path, new() { TimeZone = options.Reading.TimeZone }, cancellationToken).Bars, frame.Value, calendar, options.Quality)
            : Stream(named, scan, frame.Value, calendar, options, cancellationToken);
        var notes = scan.Notes(report, calendar).ToList();
        if (isDescending)
        {
            notes.Add("rows run from the newest to the oldest");
        }

        return named with
        {
            Rows = report.Rows,
            Span = scan.Span,
            Report = report,
            Days = scan.Days,
            LastVolume = scan.LastVolume(),
            Notes = notes,
        };
    }

    private static QualityReport Stream(
        SourceFinding named, BarScan scan, TimeFrame frame, TradingCalendar calendar, SourceCheckOptions options, CancellationToken cancellationToken)
    {
        using var quality = new QualityStream(frame, calendar, options.Quality);
        var repair = new RepairStream(new() { MissingVolumeIsZero = scan.HasNoVolume });
        SourceReader.Stream(named.Path, options.Reading, ChunkRows, part =>
        {
            if (part.Bars is { } rows && Name(part) == (named.Part ?? string.Empty))
            {
                quality.Add(repair.Add(BarRows.Of(rows)));
            }
        }, cancellationToken);
        quality.Add(repair.Finish());
        return quality.Finish();
    }

    /// <summary>What the name says: <c>1h</c>, <c>5min</c>, or LEAN's <c>minute</c>, <c>hour</c> and <c>daily</c>. A thin contract's times would not.</summary>
    private static TimeFrame? FrameOfName(string path)
    {
        foreach (var part in Path.GetFileName(path).Split(['_', '-', '.', ' '], StringSplitOptions.RemoveEmptyEntries))
        {
            var text = part.ToUpperInvariant() switch
            {
                "MINUTE" => "1m",
                "HOUR" => "1h",
                "DAILY" => "1d",
                _ => part.EndsWith("min", StringComparison.OrdinalIgnoreCase) ? part[..^2] : part,
            };
            if (TimeFrame.TryParse(text, out var frame))
            {
                return frame;
            }
        }

        return null;
    }

    private static string Name(SourcePart part) => part.Name ?? string.Empty;
}
