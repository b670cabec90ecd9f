using System.CommandLine;
using Ratchet.Adaptation.Regimes;
using Ratchet.Cli.Rendering;
using Ratchet.Trading.Events;
using Ratchet.Trading.Profiles;

namespace Ratchet.Cli.Commands;

/// <summary><c>ratchet selector regime</c>: the regime of a market given by its numbers, or of four examples.</summary>
internal static class SelectorRegimeCommand
{
    public static System.CommandLine.Command Build(CommandContext context)
    {
        var price = Number("--price", "Close.", 100);
        var atr = Number("--atr", "ATR(14), in units of the price; without it, four examples are shown.", double.NaN);
        var adx = Number("--adx", "ADX(14).", 20);
        var plus = Number("--plus-di", "+DI(14).", 20);
        var minus = Number("--minus-di", "-DI(14).", 20);
        var fast = Number("--fast", "Faster moving average.", 100);
        var slow = Number("--slow", "Slower moving average.", 100);
        var volume = Number("--volume-share", "Volume of 24 hours over its 30-day median.", double.NaN);
        var spread = Number("--spread-bps", "Spread, in hundredths of a per cent.", double.NaN);
        var depth = Number("--depth-share", "Depth over its median.", double.NaN);
        var bars = new Option<long>("--bars") { Description = "Bars seen.", DefaultValueFactory = _ => 1000 };
        var perDay = new Option<int>("--bars-per-day") { Description = "Bars a day has.", DefaultValueFactory = _ => 96 };
        var json = SelectorCommands.JsonOption();
        var command = new System.CommandLine.Command("regime", "Tell the regime of a market given by its numbers, or of four examples.")
        {
            price, atr, adx, plus, minus, fast, slow, volume, spread, depth, bars, perDay, json,
        };
        command.SetAction(parsed =>
        {
            if (parsed.GetValue(perDay) < 1)
            {
                throw new UsageException($"--bars-per-day is {parsed.GetValue(perDay)}; it must be at least 1.");
            }

            var options = SelectorCommands.Settings(context, TradeProfiles.All).Apply(new RegimeOptions());
            var given = new MarketContext(
                parsed.GetValue(price), parsed.GetValue(atr), parsed.GetValue(adx), parsed.GetValue(plus), parsed.GetValue(minus), parsed.GetValue(fast),
                parsed.GetValue(slow), parsed.GetValue(volume), parsed.GetValue(spread), parsed.GetValue(depth), parsed.GetValue(bars), double.NaN, double.NaN);
            var scenes = double.IsNaN(given.Atr) ? SelectorScene.All : [new("given", given, parsed.GetValue(perDay))];
            var readings = scenes.Select(s => new RegimeDetector(options, 1).Update(0, 0, s.Context, s.BarsPerDay)).ToArray();
            if (parsed.GetValue(json))
            {
                context.Out.WriteLine(JsonText.Of(SelectorJson.Regimes(scenes, readings)));
            }
            else
            {
                SelectorText.Regimes(context.Out, scenes, readings);
            }

            return ExitCode.Done;
        });
        return command;
    }

    private static Option<double> Number(string name, string description, double usual) => new(name) { Description = description, DefaultValueFactory = _ => usual };
}
