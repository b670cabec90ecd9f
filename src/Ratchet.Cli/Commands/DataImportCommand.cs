using System.CommandLine;
using System.Text.Json.Nodes;
using Ratchet.Cli.Rendering;
using Ratchet.Market.Feeds;
using Ratchet.Market.Quality;
using Ratchet.Storage.Columns;
using Ratchet.Storage.Ticks;

namespace Ratchet.Cli.Commands;

/// <summary><c>ratchet data import</c>: files into the store. A file below the threshold of quality is refused, the others are still imported.</summary>
internal static class DataImportCommand
{
    public static Command Build(CommandContext context, CancellationToken cancellationToken)
    {
        var common = new SharedOptions();
        var options = new ImportOptions();
        var files = new Argument<string[]>("file")
        {
            Description = "Files of bars: CSV with a header or Binance's twelve columns, plain, gzip or zip; candles in JSON; LEAN's zips. " +
                "Files of trades, quotes, books, order events, option quotes or other numbers, in every format that 'ratchet data check' knows.",
            Arity = ArgumentArity.OneOrMore,
        };
        var accept = new Option<bool>("--accept") { Description = "Import the good rows although the quality is below 99.5 %." };
        var replace = new Option<bool>("--replace") { Description = "Put the rows in the place of the stored ones; without it they are added." };
        var command = new Command("import", "Import bars and ticks from files into the store, checked; bad rows are kept beside the data.") { files };
        options.AddTo(command);
        command.Options.Add(accept);
        command.Options.Add(replace);
        common.AddTo(command, market: false);
        command.SetAction(parsed =>
        {
            var store = new BarStore(common.Load(parsed, context).Value.Data.Root);
            var request = new ImportRequest
            {
                Path = string.Empty,
                Symbol = parsed.GetValue(options.Pair) is { } pair ? MarketWords.ReadSymbol(pair, "--pair") : null,
                TimeFrame = parsed.GetValue(options.TimeFrame) is { } frame ? MarketWords.ReadTimeFrame(frame, "--timeframe") : null,
                Calendar = parsed.GetValue(options.Calendar) is { } calendar ? MarketWords.ReadCalendar(calendar) : null,
                Repairs = MarketWords.ReadRepairs(parsed.GetValue(options.Repair) ?? []),
                TimeZone = parsed.GetValue(options.TimeZone),
                Part = parsed.GetValue(options.Contract),
                LeanMarket = MarketWords.ReadLeanMarket(parsed.GetValue(options.LeanMarket)),
                AcceptBelow = parsed.GetValue(accept),
                Replace = parsed.GetValue(replace),
            };
            return Run(context, store, request, parsed.GetValue(files)!, parsed.GetValue(common.Json), cancellationToken);
        });
        return command;
    }

    private static int Run(
        CommandContext context, BarStore store, ImportRequest request, IReadOnlyList<string> files, bool json, CancellationToken cancellationToken)
    {
        var results = new JsonArray();
        var refused = false;
        try
        {
            foreach (var file in files)
            {
                if (!TickFormats.HoldsBars(file, Reading(request)))
                {
                    refused |= !Ticks(file);
                    continue;
                }

                var outcome = store.Import(request with { Path = file }, cancellationToken);
                results.Add(QualityJson.Of(file, outcome));
                if (!json)
                {
                    QualityText.Write(context.Out, file, outcome.QualityReport, outcome.Accepted ? outcome.Facts : [.. outcome.Facts.SkipLast(1)]);
                    StoredText.Write(context.Out, outcome);
                }

                if (!outcome.Accepted)
                {
                    refused = true;
                    context.Error.WriteLine($"error: {RefusalText.Of(file, outcome.QualityReport, new QualityOptions().MinimumQuality)} Nothing was stored.");
                }
                else if (TickFormats.HoldsTicks(file, Reading(request)))
                {
                    refused |= !Ticks(file);
                }
            }
        }
        finally
        {
            if (json)
            {
                context.Out.WriteLine(JsonText.Of(results));
            }
        }

        return refused ? ExitCode.Refused : ExitCode.Done;

        bool Ticks(string file) => DataImportTicks.Run(context, new TickStore(store.Root), request with { Path = file }, results, json, cancellationToken);
    }

    private static SourceOptions Reading(ImportRequest request) => new() { TimeZone = request.TimeZone, LeanMarket = request.LeanMarket };
}
