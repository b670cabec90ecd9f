using System.CommandLine;
using Ratchet.Adaptation.Selection;
using Ratchet.Cli.Rendering;
using Ratchet.Numerics.Randomness;

namespace Ratchet.Cli.Commands;

/// <summary><c>ratchet selector evaluate</c>: how far off-policy evaluation can be trusted, on logs of a world whose truth is known.</summary>
internal static class SelectorEvaluateCommand
{
    private static readonly double[] Epsilons = [0.1, 0.3, 1.0];

    public static Command Build(CommandContext context, CancellationToken cancellationToken)
    {
        var decisions = new Option<int>("--decisions") { Description = "Choices in a log.", DefaultValueFactory = _ => 1000 };
        var runs = new Option<int>("--runs") { Description = "Logs.", DefaultValueFactory = _ => 400 };
        var seed = new Option<ulong>("--seed") { Description = "Seed of every random stream.", DefaultValueFactory = _ => 1 };
        var json = SelectorCommands.JsonOption();
        var command = new Command("evaluate", "Check the intervals of off-policy evaluation on logs of a simulated market whose truth is known.") { decisions, runs, seed, json };
        command.SetAction(parsed =>
        {
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

            if (parsed.GetValue(json))
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
