using System.CommandLine;
using System.Text.Json.Nodes;
using Ratchet.Cli.Rendering;
using Ratchet.Market.Bars;
using Ratchet.Market.Feeds;
using Ratchet.Market.Instruments;
using Ratchet.Market.Quality;
using Ratchet.Storage.Columns;
using Ratchet.Storage.Ticks;

namespace Ratchet.Cli.Commands;

/// <summary><c>ratchet data check</c>: the quality report of a file, or of a stored series; never writes.</summary>
internal static class DataCheckCommand
{
    public static Command Build(CommandContext context, CancellationToken cancellationToken)
    {
        var common = new SharedOptions();
        var options = new ImportOptions();
        var file = new Argument<string[]>("file")
        {
            Description = "Files of any known format, or folders of them: one file of bars is reported at length, all else a row of a table each. " +
                "Without it, the stored bars of --pair and --timeframe; with --pair alone, its stored ticks too.",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var markdown = new Option<bool>("--markdown") { Description = "Write the table as Markdown." };
        var command = new Command("check", "Report the quality of files, or of stored bars; writes nothing.") { file, markdown };
        options.AddTo(command);
        common.AddTo(command, market: false);
        command.SetAction(parsed =>
        {
            var configuration = common.Load(parsed, context, (options.Pair, "data.pair"), (options.TimeFrame, "data.timeframe")).Value;
            var files = parsed.GetValue(file) ?? [];
            if (DataCheckFiles.IsTable(files, parsed.GetValue(options.Contract) is not null))
            {
                return DataCheckFiles.Run(context, files, options, parsed, parsed.GetValue(common.Json), parsed.GetValue(markdown), cancellationToken);
            }

            var json = parsed.GetValue(common.Json);
            var bars = new BarStore(configuration.Data.Root);
            var ticks = files.Length == 0 && parsed.GetValue(options.TimeFrame) is null
                ? DataCheckTicks.Run(context, new TickStore(bars.Root), configuration.Data.Pair, json)
                : [];
            if (ticks.Count > 0 && !bars.List().Any(m => m.Symbol.Name == MarketWords.ReadSymbol(configuration.Data.Pair, "--pair").Name && m.TimeFrame.ToString() == configuration.Data.Timeframe))
            {
                context.Out.Write(json ? JsonText.Of(new JsonObject { ["ticks"] = ticks }) + context.Out.NewLine : string.Empty);
                return ExitCode.Done;
            }

            var (name, report, facts) = files is [var path]
                ? OfFile(path, parsed, options, cancellationToken)
                : OfStored(bars, configuration.Data.Pair, configuration.Data.Timeframe, parsed.GetValue(options.Calendar));
            if (json)
            {
                var result = QualityJson.Of(name, report, facts);
                if (ticks.Count > 0)
                {
                    result["ticks"] = ticks;
                }

                context.Out.WriteLine(JsonText.Of(result));
            }
            else
            {
                QualityText.Write(context.Out, name, report, facts);
            }

            var least = new QualityOptions().MinimumQuality;
            if (report.Quality >= least)
            {
                return ExitCode.Done;
            }

            context.Error.WriteLine($"error: {RefusalText.Of(name, report, least)}");
            return ExitCode.Refused;
        });
        return command;
    }

    private static (string Name, QualityReport Report, IReadOnlyList<string> Facts) OfFile(
        string path, ParseResult parsed, ImportOptions options, CancellationToken cancellationToken)
    {
        var asked = parsed.GetValue(options.Calendar) is { } words ? MarketWords.ReadCalendar(words) : null;
        var symbol = parsed.GetValue(options.Pair) is { } pair ? MarketWords.ReadSymbol(pair, "--pair") : (Market.Instruments.Symbol?)null;
        var repairs = MarketWords.ReadRepairs(parsed.GetValue(options.Repair) ?? []);
        var given = parsed.GetValue(options.TimeFrame) is { } text ? MarketWords.ReadTimeFrame(text, "--timeframe") : (Market.Time.TimeFrame?)null;
        var content = BarCsvReader.Read(path, new BarCsvOptions
        {
            TimeZone = parsed.GetValue(options.TimeZone),
            Part = parsed.GetValue(options.Contract),
            LeanMarket = MarketWords.ReadLeanMarket(parsed.GetValue(options.LeanMarket)),
        }, cancellationToken);

        // As an import into an empty store takes it.
        var known = (symbol ?? content.Symbol) is { } traded ? KnownInstrument.Of(traded) : KnownInstrument.OfFile(path);
        var calendar = asked ?? known?.Calendar ?? TradingCalendar.AroundTheClock;
        var repaired = RowRepair.Apply(content.Bars, repairs);
        var facts = content.Facts.Concat(repaired.Facts).ToList();
        try
        {
            var frame = given ?? QualityChecker.InferTimeFrame(content.Bars);
            if (given is null)
            {
                facts.Add($"time frame {frame} inferred from the median step");
            }

            return (path, QualityChecker.Check(repaired.Bars, frame, calendar), facts);
        }
        catch (MarketDataException exception)
        {
            throw new MarketDataException($"{path}: {exception.Message}", exception);
        }
    }

    private static (string Name, QualityReport Report, IReadOnlyList<string> Facts) OfStored(BarStore store, string pair, string timeFrame, string? calendar)
    {
        if (pair.Length == 0)
        {
            throw new UsageException("'ratchet data check' needs a file, or --pair and --timeframe of stored bars; 'ratchet data list' shows what is stored.");
        }

        var symbol = MarketWords.ReadSymbol(pair, "--pair");
        var frame = MarketWords.ReadTimeFrame(timeFrame, "--timeframe");
        var manifest = store.Verify(symbol, frame);
        using var stored = store.Load(symbol, frame);
        var bars = stored.Series;
        var raw = new RawBars
        {
            OpenTime = bars.OpenTime.ToArray(),
            Open = bars.Open.ToArray(),
            High = bars.High.ToArray(),
            Low = bars.Low.ToArray(),
            Close = bars.Close.ToArray(),
            Volume = bars.Volume.ToArray(),
            Line = [.. Enumerable.Range(1, bars.Count)],
        };
        if (calendar is not null && manifest.Alignment == BarAlignment.Session && MarketWords.ReadCalendar(calendar).Name != manifest.Calendar)
        {
            throw new UsageException($"{symbol} {frame} is counted from the sessions of {manifest.Calendar}; leave --calendar out.");
        }

        var hours = calendar is null ? TradingCalendar.Parse(manifest.Calendar) : MarketWords.ReadCalendar(calendar);
        var facts = new List<string> { $"stored from {manifest.Source}", $"every byte agrees with content hash {manifest.ContentHash[..12]}" };
        if (manifest.Alignment == BarAlignment.Session)
        {
            facts.Add($"bars counted from the opening of each session of {manifest.Calendar}");
        }

        if (manifest.FilledBars > 0)
        {
            facts.Add($"{manifest.FilledBars:N0} bars were filled in by a repair and count as good here; the import's quality is {PlainText.Percent(manifest.Quality)}");
        }

        return ($"{symbol} {frame}", QualityChecker.Check(raw, frame, hours, alignment: manifest.Alignment), facts);
    }
}
