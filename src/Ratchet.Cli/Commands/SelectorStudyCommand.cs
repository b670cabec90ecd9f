using System.CommandLine;
using System.Globalization;
using Ratchet.Cli.Rendering;
using Ratchet.Lifecycle.Adaptation;
using Ratchet.Market.Bars;

namespace Ratchet.Cli.Commands;

/// <summary><c>ratchet selector study</c>: the selector and the advisor on recorded bars, against fixed profiles, chance and hindsight.</summary>
internal static class SelectorStudyCommand
{
    public static Command Build(CommandContext context, CancellationToken cancellationToken)
    {
        var defaults = new ProfileStudyOptions();
        var paths = new Argument<string[]>("paths") { Description = "CSV files of bars, or folders of such files.", Arity = ArgumentArity.OneOrMore };
        var seeds = new Option<int>("--seeds") { Description = "Runs of a policy that draws, on the same signals.", DefaultValueFactory = _ => defaults.Seeds };
        var engine = new Option<int>("--engine-seeds") { Description = "Runs of a policy that draws, through the engine; 0 leaves the engine out.", DefaultValueFactory = _ => defaults.EngineSeeds };
        var resamples = new Option<int>("--resamples") { Description = "Resamples of each interval.", DefaultValueFactory = _ => defaults.Resamples };
        var seed = new Option<ulong>("--seed") { Description = "Seed of every random stream.", DefaultValueFactory = _ => defaults.Seed };
        var jobs = new Option<int>("--jobs", "-j") { Description = "Threads; the result does not depend on it.", DefaultValueFactory = _ => Environment.ProcessorCount };
        var noModel = new Option<bool>("--no-hmm") { Description = "Leave out the comparison of the regimes with a hidden Markov model." };
        var profiles = SelectorCommands.ProfilesOption();
        var common = new SharedOptions();
        var json = common.Json;
        var command = new Command("study", "Test selector and advisor on bars, against fixed profiles, chance and hindsight; writes Markdown to standard output.")
        {
            paths, seeds, engine, resamples, seed, jobs, noModel, profiles,
        };
        common.AddTo(command, market: false);
        command.SetAction(parsed =>
        {
            var chosen = SelectorCommands.Profiles(parsed.GetValue(profiles));
            var settings = SelectorCommands.Settings(context, common, parsed, chosen);
            var options = defaults with
            {
                Profiles = chosen,
                DefaultProfile = settings.DefaultStrategy,
                Regimes = settings.Apply(defaults.Regimes),
                MarkovRegimes = parsed.GetValue(noModel) ? null : defaults.MarkovRegimes,
                Seeds = parsed.GetValue(seeds),
                EngineSeeds = parsed.GetValue(engine),
                Resamples = parsed.GetValue(resamples),
                Seed = parsed.GetValue(seed),
            };
            try
            {
                options.Validate();
            }
            catch (ArgumentException exception)
            {
                throw new UsageException(exception.Message.ReplaceLineEndings(" "));
            }

            var threads = parsed.GetValue(jobs);
            if (threads < 1)
            {
                throw new UsageException($"--jobs is {threads}; it must be at least 1.");
            }

            var configuration = common.Load(parsed, context).Value;
            var series = new List<BarSeries>();
            foreach (var file in BarPaths.Files(parsed.GetValue(paths)!))
            {
                var named = configuration with { Data = configuration.Data with { Pair = BarPaths.SymbolOf(file) } };
                var report = BarFile.Read(file, named, frameGiven: false, out var bars, cancellationToken);
                if (BarFile.Refusal(file, report) is { } refusal)
                {
                    context.Error.WriteLine($"error: {refusal}");
                    return ExitCode.Refused;
                }

                series.Add(bars);
            }

            var startedAt = context.Clock.GetTimestamp();
            var gate = new Lock();
            void Tell(string text)
            {
                lock (gate)
                {
                    context.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"[{context.Clock.GetElapsedTime(startedAt).TotalSeconds,6:0.0} s] {text}"));
                }
            }

            ProfileStudyResult result;
            try
            {
                result = ProfileStudy.Run(series, options, threads, Tell, cancellationToken);
            }
            catch (ArgumentException exception)
            {
                throw new UsageException(exception.Message.ReplaceLineEndings(" "));
            }

            context.Out.Write(parsed.GetValue(json) ? JsonText.Of(AdaptiveJson.Of(result)) + Environment.NewLine : AdaptiveTable.Of(result));
            return ExitCode.Done;
        });
        return command;
    }
}
