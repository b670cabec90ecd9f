using System.CommandLine;
using Ratchet.Cli.Rendering;
using Ratchet.Hosting.Composition;
using Ratchet.Lifecycle.Regimes;
using Ratchet.Market.Bars;
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

            if (configuration.Data.Timerange.Length > 0)
            {
                throw new UsageException("--timerange cuts stored bars; import the file with 'ratchet data import', or leave the range away.");
            }

            var report = BarFile.Read(path, configuration, parsed.GetValue(common.TimeFrame) is not null, out var bars, cancellationToken);
            if (BarFile.Refusal(path, report) is { } refusal)
            {
                context.Error.WriteLine($"error: {refusal}");
                return ExitCode.Refused;
            }

            var split = SealedBorder.Cut(bars, configuration).Split;
            return Report(context, $"{Path.GetFileName(path)} {bars.TimeFrame}", bars, split, options, parsed.GetValue(common.Json), cancellationToken);
        });
        return command;
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
