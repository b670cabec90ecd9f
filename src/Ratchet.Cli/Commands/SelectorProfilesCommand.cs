using System.CommandLine;
using Ratchet.Cli.Rendering;
using Ratchet.Trading.Profiles;

namespace Ratchet.Cli.Commands;

/// <summary><c>ratchet selector profiles</c>: the profiles, what is claimed of them, and their prices for an entry.</summary>
internal static class SelectorProfilesCommand
{
    public static Command Build(CommandContext context)
    {
        var file = SelectorCommands.ProfilesOption();
        var price = new Option<decimal>("--price") { Description = "Entry price of the example.", DefaultValueFactory = _ => 100_000 };
        var atr = new Option<double>("--atr") { Description = "ATR of the example.", DefaultValueFactory = _ => 500 };
        var tick = new Option<decimal>("--tick") { Description = "Prices are multiples of this; 0 is no rounding.", DefaultValueFactory = _ => 0.1m };
        var isShort = new Option<bool>("--short") { Description = "A short entry in place of a long one." };
        var json = SelectorCommands.JsonOption();
        var command = new Command("profiles", "List the profiles, what is claimed of them, and their prices for an entry.") { file, price, atr, tick, isShort, json };
        command.SetAction(parsed =>
        {
            var profiles = SelectorCommands.Profiles(parsed.GetValue(file));
            var side = parsed.GetValue(isShort) ? -1 : 1;
            ProfilePrices[] prices;
            try
            {
                prices = [.. profiles.Select(p => ProfilePrices.At(p.Exits, side, parsed.GetValue(price), parsed.GetValue(atr), parsed.GetValue(tick)))];
            }
            catch (ArgumentOutOfRangeException exception)
            {
                throw new UsageException(exception.Message.ReplaceLineEndings(" "));
            }

            if (parsed.GetValue(json))
            {
                context.Out.WriteLine(JsonText.Of(SelectorJson.Profiles(profiles, prices)));
            }
            else
            {
                SelectorText.Profiles(context.Out, profiles);
                SelectorText.Prices(context.Out, profiles, prices, side, parsed.GetValue(atr));
            }

            return ExitCode.Done;
        });
        return command;
    }
}
