using System.CommandLine;
using Ratchet.Adaptation.Regimes;
using Ratchet.Cli.Rendering;
using Ratchet.Hosting.Composition;
using Ratchet.Market.Bars;
using Ratchet.Market.Time;
using Ratchet.Trading.Profiles;
using Ratchet.Validation.Splits;

namespace Ratchet.Cli.Commands;

/// <summary><c>ratchet selector regime</c>: the regimes of a file or of stored bars, of a market given by its numbers, or of four examples.</summary>
internal static class SelectorRegimeCommand
{
    public static Command Build(CommandContext context, CancellationToken cancellationToken)
    {
        var common = new SharedOptions();
        var numbers = new RegimeNumberOptions();
        var file = new Argument<string?>("file") { Description = "A CSV file of bars; or --pair for stored ones.", Arity = ArgumentArity.ZeroOrOne };
        var command = new Command(
            "regime", "Tell the regimes of a file (or --pair for stored bars) and how far a hidden Markov model agrees; with --atr of one market; else of four examples.") { file };
        common.AddTo(command);
        numbers.AddTo(command);
        command.SetAction(parsed =>
        {
            var loaded = common.Load(parsed, context);
            var options = SelectorConfiguration.Read(loaded, TradeProfiles.All).Apply(new RegimeOptions());
            var path = parsed.GetValue(file);
            var isJson = parsed.GetValue(common.Json);
            if (path is null && parsed.GetValue(common.Pair) is null)
            {
                return Scenes(context, options, numbers.Given(parsed) is { } given ? [given] : SelectorScene.All, isJson);
            }

            if (numbers.Given(parsed) is not null)
            {
                throw new UsageException("--atr gives a market by its numbers, a file or --pair gives bars; leave one of them away.");
            }

            if (path is null)
            {
                var input = MarketReading.Open(context, loaded.Value);
                return Bars(context, $"{input.Bars.Symbol} {input.Bars.TimeFrame}, {input.Source}", input.Bars, input.Split, loaded.Value.Regime, options, isJson, cancellationToken);
            }

            if (loaded.Value.Data.Timerange.Length > 0)
            {
                throw new UsageException("--timerange cuts stored bars; import the file with 'ratchet data import', or leave the range away.");
            }

            var report = BarFile.Read(path, loaded.Value, parsed.GetValue(common.TimeFrame) is not null, out var bars, cancellationToken);
            if (BarFile.Refusal(path, report) is { } refusal)
            {
                context.Error.WriteLine($"error: {refusal}");
                return ExitCode.Refused;
            }

            return Bars(
                context, $"{Path.GetFileName(path)} {bars.TimeFrame}", bars, SealedBorder.Cut(bars, loaded.Value).Split, loaded.Value.Regime, options, isJson, cancellationToken);
        });
        return command;
    }

    private static int Scenes(CommandContext context, RegimeOptions options, IReadOnlyList<SelectorScene> scenes, bool isJson)
    {
        var readings = scenes.Select(s => new RegimeDetector(options, 1).Update(0, 0, s.Context, s.BarsPerDay)).ToArray();
        if (isJson)
        {
            context.Out.WriteLine(JsonText.Of(SelectorJson.Regimes(scenes, readings)));
        }
        else
        {
            SelectorText.Regimes(context.Out, scenes, readings);
        }

        return ExitCode.Done;
    }

    private static int Bars(
        CommandContext context,
        string name,
        BarSeries bars,
        HoldOut split,
        Features.Regimes.RegimeOptions model,
        RegimeOptions options,
        bool isJson,
        CancellationToken cancellationToken)
    {
        // The border is the one of a study, so that what this prints cannot steer thresholds towards the sealed bars.
        var left = new SealedPart(new TimeRange(bars.OpenTime[split.Sealed.Start], bars.OpenTime[^1] + bars.TimeFrame.Milliseconds), split.Sealed.Length);
        var result = RegimeSurveyRun.Of(bars.Slice(split.Development), options, model, cancellationToken);
        if (isJson)
        {
            context.Out.WriteLine(JsonText.Of(RegimeSurveyJson.Of(name, left, model, result)));
        }
        else
        {
            RegimeSurveyText.Write(context.Out, name, left, model, result);
        }

        return ExitCode.Done;
    }
}
