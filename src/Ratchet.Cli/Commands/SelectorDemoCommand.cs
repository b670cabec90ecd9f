using System.CommandLine;
using Ratchet.Adaptation.Regimes;
using Ratchet.Adaptation.Selection;
using Ratchet.Cli.Rendering;
using Ratchet.Numerics.Randomness;
using Ratchet.Trading.Profiles;

namespace Ratchet.Cli.Commands;

/// <summary><c>ratchet selector demo</c>: everything the selector does, on simulated markets.</summary>
internal static class SelectorDemoCommand
{
    private const int Symbols = 4;

    public static Command Build(CommandContext context, CancellationToken cancellationToken)
    {
        var seeds = new Option<int>("--seeds") { Description = "Runs of each learning study.", DefaultValueFactory = _ => 200 };
        var gap = new Option<double>("--gap") { Description = "How much better the best profile of a regime is, in R.", DefaultValueFactory = _ => 0.3 };
        var seed = new Option<ulong>("--seed") { Description = "Seed of every random stream.", DefaultValueFactory = _ => 1 };
        var json = SelectorCommands.JsonOption();
        var command = new Command("demo", "Show profiles, regimes, a run trade by trade, and how fast the best profile is found, on simulated markets.") { seeds, gap, seed, json };
        command.SetAction(parsed =>
        {
            if (parsed.GetValue(seeds) < 1 || parsed.GetValue(gap) is not (>= 0 and <= 10))
            {
                throw new UsageException($"--seeds is {parsed.GetValue(seeds)} and --gap is {parsed.GetValue(gap)}; they must be at least 1, and in [0, 10].");
            }

            var profiles = TradeProfiles.All;
            var settings = SelectorCommands.Settings(context, profiles);
            var regimes = settings.Apply(new RegimeOptions());
            var key = StreamKey.FromSeed(parsed.GetValue(seed)).Derive("selector demo");
            var prices = profiles.Select(p => ProfilePrices.At(p.Exits, 1, 100_000, 500, 0.1m)).ToArray();
            var readings = SelectorScene.All.Select(s => new RegimeDetector(regimes, 1).Update(0, 0, s.Context, s.BarsPerDay)).ToArray();
            var selector = new ProfileSelector(settings.Apply(new SelectorOptions { MaximumCostShare = 1.5 }), profiles, 1);
            var trades = SelectorDemoRun.Play(selector, regimes, 20, key.Derive("trades"));
            var world = LearningWorld.Standard(parsed.GetValue(gap));
            int[] checkpoints = [100, 300, 1000];
            var threads = Environment.ProcessorCount;
            var learning = LearningStudy.Setups()
                .Select(s => LearningStudy.Run(world, s, Symbols, checkpoints, parsed.GetValue(seeds), key.Derive("learning"), threads, cancellationToken)).ToArray();
            var switching = SwitchingStudy.Setups()
                .Select(s => SwitchingStudy.Run(s, 2, 1.5, 500, parsed.GetValue(seeds), key.Derive("switching"), threads, cancellationToken)).ToArray();
            if (parsed.GetValue(json))
            {
                context.Out.WriteLine(JsonText.Of(SelectorJson.Demo(profiles, prices, SelectorScene.All, readings, trades, learning, switching)));
                return ExitCode.Done;
            }

            SelectorText.Profiles(context.Out, profiles);
            SelectorText.Prices(context.Out, profiles, prices, 1, 500);
            SelectorText.Regimes(context.Out, SelectorScene.All, readings);
            SelectorDemoText.Workflow(context.Out, profiles, trades.First(t => t.Outcome is not null));
            SelectorDemoText.Trades(context.Out, profiles, trades);
            SelectorDemoText.Learning(context.Out, world, learning, Symbols, parsed.GetValue(seeds));
            SelectorDemoText.Switching(context.Out, switching, parsed.GetValue(seeds));
            return ExitCode.Done;
        });
        return command;
    }
}
