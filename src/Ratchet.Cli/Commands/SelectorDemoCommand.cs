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
        var common = new SharedOptions();
        var command = new Command("demo", "Show profiles, regimes, a run trade by trade, and how fast the best profile is found, on simulated markets.") { seeds, gap, seed };
        common.AddTo(command, market: false);
        command.SetAction(parsed =>
        {
            if (parsed.GetValue(seeds) < 1 || parsed.GetValue(gap) is not (>= 0 and <= 10))
            {
                throw new UsageException($"--seeds is {parsed.GetValue(seeds)} and --gap is {parsed.GetValue(gap)}; they must be at least 1, and in [0, 10].");
            }

            var profiles = TradeProfiles.All;
            var settings = SelectorCommands.Settings(context, common, parsed, profiles);
            var regimes = settings.Apply(new RegimeOptions());
            var key = StreamKey.FromSeed(parsed.GetValue(seed)).Derive("selector demo");
            var prices = profiles.Select(p => ProfilePrices.At(p.Exits, 1, 100_000, 500, 0.1m)).ToArray();
            var readings = SelectorScene.All.Select(s => new RegimeDetector(regimes, 1).Update(0, 0, s.Context, s.BarsPerDay)).ToArray();
            var selector = new ProfileSelector(settings.Apply(new SelectorOptions()), profiles, 1);
            var trades = SelectorDemoRun.Play(selector, regimes, 20, key.Derive("trades"));
            var world = LearningWorld.Standard(parsed.GetValue(gap));
            int[] checkpoints = [.. Enumerable.Range(1, 20).Select(i => 50 * i)];
            var threads = Environment.ProcessorCount;
            var learning = LearningStudy.Setups()
                .Select(s => LearningStudy.Run(world, s, Symbols, checkpoints, parsed.GetValue(seeds), key.Derive("learning"), threads, cancellationToken)).ToArray();
            var switching = SwitchingStudy.Setups()
                .Select(s => SwitchingStudy.Run(s, 2, 1.5, 500, parsed.GetValue(seeds), key.Derive("switching"), threads, cancellationToken)).ToArray();
            if (parsed.GetValue(common.Json))
            {
                context.Out.WriteLine(JsonText.Of(SelectorJson.Demo(profiles, prices, SelectorScene.All, readings, trades, learning, switching)));
                return ExitCode.Done;
            }

            var writer = context.Out;
            writer.WriteLine("The selector: which stop and targets to trade. Everything below is simulated; nothing is a claim about real markets.");
            writer.WriteLine();
            writer.WriteLine("1. What there is to choose from");
            SelectorText.Profiles(writer, profiles);
            SelectorText.Prices(writer, profiles, prices, 1, 500);
            writer.WriteLine("2. What the market is like: four made-up markets on 4-hour bars at 100,000");
            SelectorText.Regimes(writer, SelectorScene.All, readings);
            SelectorDemoText.Workflow(writer, profiles, trades);
            SelectorDemoText.Trades(writer, profiles, trades);
            SelectorStudyText.Learning(writer, world, learning, Symbols, parsed.GetValue(seeds));
            SelectorStudyText.Switching(writer, switching, parsed.GetValue(seeds));
            return ExitCode.Done;
        });
        return command;
    }
}
