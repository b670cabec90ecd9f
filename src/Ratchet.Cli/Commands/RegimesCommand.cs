using System.CommandLine;
using Ratchet.Cli.Rendering;
using Ratchet.Hosting.Composition;
using Ratchet.Hosting.Configuration;
using Ratchet.Lifecycle.Regimes;
using Ratchet.Market.Bars;
using Ratchet.Market.Feeds;
using Ratchet.Market.Instruments;
using Ratchet.Market.Quality;
using Ratchet.Market.Time;
using Ratchet.Validation.Splits;

namespace Ratchet.Cli.Commands;

/// <summary><c>ratchet regimes</c>: hidden Markov and jump models fitted on the first part of a series and reported on the rest; the hold-out stays sealed.</summary>
internal static class RegimesCommand
{
    public static Command Build(CommandContext context, CancellationToken cancellationToken)
    {
        var defaults = new RegimeStudyOptions();
        var common = new SharedOptions();
        var file = new Argument<string?>("file") { Description = "A CSV file of bars; without it, the stored bars of --pair, or the synthetic market.", Arity = ArgumentArity.ZeroOrOne };
        var states = new Option<int>("--states") { Description = "States of the regimes that are reported, 2 to 6.", DefaultValueFactory = _ => defaults.States };
        var penalty = new Option<double>("--penalty") { Description = "What a switch costs the jump model.", DefaultValueFactory = _ => defaults.Penalty };
        var share = new Option<double>("--fit-share") { Description = "Share of the bars before the hold-out that models are fitted on; the rest is reported.", DefaultValueFactory = _ => defaults.FitShare };
        var refits = new Option<int>("--refits") { Description = "Refits of the run on state identity.", DefaultValueFactory = _ => defaults.Refits };
        var window = new Option<int>("--window") { Description = "Bars that each refit sees.", DefaultValueFactory = _ => defaults.WindowBars };
        var command = new Command("regimes", "Fit hidden Markov and jump models on the first part of the bars, and report their regimes on the rest, short of the hold-out.")
        {
            file, states, penalty, share, refits, window,
        };
        common.AddTo(command);
        command.Options.Add(common.Seed);
        command.SetAction(parsed =>
        {
            var configuration = common.Load(parsed, context).Value;
            var options = new RegimeStudyOptions
            {
                States = parsed.GetValue(states),
                Penalty = parsed.GetValue(penalty),
                FitShare = parsed.GetValue(share),
                Refits = parsed.GetValue(refits),
                WindowBars = parsed.GetValue(window),
                Seed = configuration.Search.Seed,
            };
            try
            {
                options.Validate();
            }
            catch (ArgumentException exception)
            {
                throw new UsageException(exception.Message.ReplaceLineEndings(" "));
            }

            if (parsed.GetValue(file) is not { } path)
            {
                var input = MarketReading.Open(context, configuration);
                return Report(context, $"{input.Bars.Symbol} {input.Bars.TimeFrame}, {input.Source}", input.Bars, input.Split, options, parsed.GetValue(common.Json), cancellationToken);
            }

            var report = Read(path, configuration, parsed.GetValue(common.TimeFrame) is not null, out var bars, cancellationToken);
            var least = new QualityOptions().MinimumQuality;
            if (report.Quality < least || report.BadRows > 0)
            {
                context.Error.WriteLine(report.Quality < least
                    ? $"error: {RefusalText.Of(path, report, least)}"
                    : $"error: {path}: {report.BadRows:N0} of {report.Rows:N0} rows are bad; 'ratchet data import' takes the good ones and says which they are.");
                return ExitCode.Refused;
            }

            var split = SealedBorder.Cut(bars, configuration).Split;
            return Report(context, $"{Path.GetFileName(path)} {bars.TimeFrame}", bars, split, options, parsed.GetValue(common.Json), cancellationToken);
        });
        return command;
    }

    private static QualityReport Read(string path, RatchetConfiguration configuration, bool frameGiven, out BarSeries bars, CancellationToken cancellationToken)
    {
        if (configuration.Data.Timerange.Length > 0)
        {
            throw new UsageException("--timerange cuts stored bars; import the file with 'ratchet data import', or leave the range away.");
        }

        var content = BarCsvReader.Read(path, cancellationToken: cancellationToken);
        try
        {
            var frame = frameGiven ? MarketWords.ReadTimeFrame(configuration.Data.Timeframe, "--timeframe") : QualityChecker.InferTimeFrame(content.Bars);
            var report = QualityChecker.Check(content.Bars, frame, TradingCalendar.AroundTheClock);
            var raw = content.Bars.Select(report.GoodRows.ToArray());
            var symbol = content.Symbol ?? (configuration.Data.Pair.Length > 0 ? MarketWords.ReadSymbol(configuration.Data.Pair, "--pair") : Market.Instruments.Symbol.Parse("FILE"));
            bars = new BarSeries(symbol, frame, new BarColumns
            {
                OpenTime = raw.OpenTime,
                Open = raw.Open,
                High = raw.High,
                Low = raw.Low,
                Close = raw.Close,
                Volume = raw.Volume,
            });
            return report;
        }
        catch (MarketDataException exception)
        {
            throw new MarketDataException($"{path}: {exception.Message}", exception);
        }
    }

    private static int Report(
        CommandContext context,
        string name,
        BarSeries bars,
        HoldOut split,
        RegimeStudyOptions options,
        bool json,
        CancellationToken cancellationToken)
    {
        // The border is the one of a study, so that what this prints cannot steer a search towards the sealed bars.
        var result = RegimeStudy.Run(bars.Slice(split.Development), options, cancellationToken);
        var left = new SealedPart(new TimeRange(bars.OpenTime[split.Sealed.Start], bars.OpenTime[^1] + bars.TimeFrame.Milliseconds), split.Sealed.Length);
        if (json)
        {
            context.Out.WriteLine(JsonText.Of(RegimesJson.Of(name, left, options, result)));
        }
        else
        {
            RegimesText.Write(context.Out, name, left, options, result);
        }

        return ExitCode.Done;
    }
}
