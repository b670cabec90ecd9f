using System.CommandLine;
using Ratchet.Adaptation.Selection;
using Ratchet.Cli.Rendering;
using Ratchet.Numerics.Randomness;
using Ratchet.Trading.Profiles;

namespace Ratchet.Cli.Commands;

/// <summary><c>ratchet selector evaluate</c>: other policies judged from a log of decisions; without one, how far such judgements can be trusted.</summary>
internal static class SelectorEvaluateCommand
{
    private static readonly double[] Epsilons = [0.1, 0.3, 1.0];

    public static Command Build(CommandContext context, CancellationToken cancellationToken)
    {
        var log = new LogEvaluationOptions();
        var decisions = new Option<int>("--decisions") { Description = "Without a log: choices in a simulated one.", DefaultValueFactory = _ => 1000 };
        var runs = new Option<int>("--runs") { Description = "Without a log: how many are simulated.", DefaultValueFactory = _ => 400 };
        var seed = new Option<ulong>("--seed") { Description = "Without a log: seed of every random stream.", DefaultValueFactory = _ => 1 };
        var common = new SharedOptions();
        var command = new Command("evaluate", "Judge other policies from a log of decisions; without one, check such judgements on simulated logs whose truth is known.");
        log.AddTo(command);
        foreach (var option in (Option[])[decisions, runs, seed])
        {
            command.Options.Add(option);
        }

        common.AddTo(command, market: false);
        command.SetAction(parsed =>
        {
            if (log.IsGiven(parsed))
            {
                return LogEvaluation.Run(context, log, parsed, common);
            }

            SelectorCommands.Settings(context, common, parsed, TradeProfiles.All);
            var (count, logs) = (parsed.GetValue(decisions), parsed.GetValue(runs));
            if (count < 2 || logs < 1)
            {
                throw new UsageException($"--decisions is {count} and --runs is {logs}; they must be at least 2 and 1.");
            }

            var key = StreamKey.FromSeed(parsed.GetValue(seed)).Derive("coverage");
            var rows = new List<(string Log, double Epsilon, CoverageResult Result)>();
            foreach (var (name, learns) in new[] { ("stands still", false), ("learns", true) })
            {
                foreach (var epsilon in Epsilons)
                {
                    foreach (var result in CoverageStudy.Run(LearningWorld.Standard(), epsilon, learns, count, logs, key, Environment.ProcessorCount, cancellationToken))
                    {
                        rows.Add((name, epsilon, result));
                    }
                }
            }

            if (parsed.GetValue(common.Json))
            {
                context.Out.WriteLine(JsonText.Of(SelectorJson.Coverage(rows)));
            }
            else
            {
                SelectorText.Coverage(context.Out, rows, count, logs);
            }

            return ExitCode.Done;
        });
        return command;
    }
}
