using System.CommandLine;
using Ratchet.Cli.Rendering;
using Ratchet.Market.Feeds;
using Ratchet.Market.Quality;

namespace Ratchet.Cli.Commands;

/// <summary><c>ratchet data check</c> of several files, of folders, or of a file that holds no bars: a row of a table for each part of each file.</summary>
internal static class DataCheckFiles
{
    private static readonly SourceFormat[] Reported = [SourceFormat.BarsCsv, SourceFormat.BinanceCsv, SourceFormat.CandleJson];

    /// <summary>Whether the files make a table; one file of bars does not, nor one that cannot be read.</summary>
    public static bool IsTable(IReadOnlyList<string> files, bool hasContract)
    {
        if (files.Count != 1 || Directory.Exists(files[0]))
        {
            return files.Count > 0;
        }

        try
        {
            var format = SourceReader.Detect(files[0]);
            return !Reported.Contains(format) && !(format == SourceFormat.LeanZip && hasContract);
        }
        catch (MarketDataException)
        {
            // The report of one file states what is wrong with it.
            return false;
        }
    }

    public static int Run(
        CommandContext context, IReadOnlyList<string> files, ImportOptions options, ParseResult parsed, bool json, bool markdown, CancellationToken cancellationToken)
    {
        var check = new SourceCheckOptions
        {
            Reading = new() { TimeZone = parsed.GetValue(options.TimeZone), LeanMarket = MarketWords.ReadLeanMarket(parsed.GetValue(options.LeanMarket)) },
            Part = parsed.GetValue(options.Contract),
            TimeFrame = parsed.GetValue(options.TimeFrame) is { } frame ? MarketWords.ReadTimeFrame(frame, "--timeframe") : null,
            Calendar = parsed.GetValue(options.Calendar) is { } calendar ? MarketWords.ReadCalendar(calendar) : null,
        };
        var findings = new List<SourceFinding>();
        foreach (var (path, name) in files.SelectMany(Expand))
        {
            cancellationToken.ThrowIfCancellationRequested();
            foreach (var finding in SourceChecker.Check(path, check, cancellationToken))
            {
                findings.Add(finding with { Path = name, Error = finding.Error?.Replace(path, name, StringComparison.Ordinal) });
            }
        }

        if (json)
        {
            context.Out.WriteLine(JsonText.Of(QualityTable.Json(findings)));
        }
        else
        {
            QualityTable.Write(context.Out, findings, markdown);
        }

        var refused = findings.Count(f => f.IsRefused || f.Error is not null);
        if (refused == 0)
        {
            return ExitCode.Done;
        }

        context.Error.WriteLine($"error: {PlainText.Count(refused, "part")} of {findings.Count:N0} would be refused by an import; the table says why.");
        return ExitCode.Refused;
    }

    /// <summary>A folder's files in the order of their names, named relative to it; files of text about the data are left out.</summary>
    private static IEnumerable<(string Path, string Name)> Expand(string path) =>
        Directory.Exists(path)
            ? Directory.GetFiles(path, "*", SearchOption.AllDirectories)
                .Select(f => (f, Path.GetRelativePath(path, f).Replace('\\', '/')))
                .Where(f => !f.Item2.EndsWith(".md", StringComparison.OrdinalIgnoreCase) && !Path.GetFileName(f.f).StartsWith('.'))
                .OrderBy(f => f.Item2, StringComparer.Ordinal)
            : [(path, path)];
}
