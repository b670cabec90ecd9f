using System.CommandLine;
using System.Globalization;
using Ratchet.Cli.Rendering;
using Ratchet.Hosting.Composition;
using Ratchet.Lifecycle.Honesty;

namespace Ratchet.Cli.Commands;

/// <summary><c>ratchet honesty</c>: whole reduced studies on markets whose truth is known.</summary>
internal static class HonestyCommand
{
    public static Command Build(CommandContext context, CancellationToken cancellationToken)
    {
        var common = new SharedOptions();
        var markets = new Option<int>("--markets") { Description = "Markets of each kind.", DefaultValueFactory = _ => 100 };
        var coefficient = new Option<double>("--ic") { Description = "Information coefficient of the planted edge.", DefaultValueFactory = _ => 0.05 };
        var bars = new Option<int>("--bars") { Description = "Bars a market.", DefaultValueFactory = _ => 6_000 };
        var command = new Command("honesty", "Run reduced studies on pure noise and on a planted edge, and compare what they chose with the truth.") { markets, coefficient, bars };
        common.AddTo(command, market: false, study: true);
        command.SetAction(parsed =>
        {
            var configuration = common.Load(parsed, context).Value;
            var options = new HonestyOptions
            {
                Markets = parsed.GetValue(markets),
                InformationCoefficient = parsed.GetValue(coefficient),
                Bars = parsed.GetValue(bars),
                Seed = configuration.Search.Seed,
                Market = configuration.Synthetic,
            };
            options = options with
            {
                Study = options.Study with
                {
                    Labels = configuration.Labels,
                    Ensemble = configuration.Ensemble,
                    Imbalance = configuration.Imbalance,
                    Trading = configuration.Trading,
                    Objective = configuration.Objective,
                },
            };
            try
            {
                options.Validate();
            }
            catch (ArgumentException exception)
            {
                throw new UsageException(exception.Message.ReplaceLineEndings(" "));
            }

            var threads = Math.Clamp(configuration.Search.Jobs, 1, Environment.ProcessorCount);
            var runner = new HonestyRunner(options, ConfigurationMapping.ToDatasetOptions(configuration, context.Families), context.Clock);
            var startedAt = context.Clock.GetTimestamp();
            KindSummary Judge(bool planted) =>
                runner.Run(planted, threads, done => Tell(context, planted, done, options.Markets, startedAt), cancellationToken);
            KindSummary[] kinds = [Judge(planted: false), Judge(planted: true)];
            HonestySummary.Write(context, options, kinds, context.Clock.GetElapsedTime(startedAt), parsed.GetValue(common.Json));
            return ExitCode.Done;
        });
        return command;
    }

    private static void Tell(CommandContext context, bool planted, int done, int markets, long startedAt)
    {
        if (done % 10 == 0 || done == markets)
        {
            context.Error.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"[{context.Clock.GetElapsedTime(startedAt).TotalSeconds,6:0.0} s] {(planted ? "planted edge" : "pure noise")}: {done} of {markets} markets"));
        }
    }
}
