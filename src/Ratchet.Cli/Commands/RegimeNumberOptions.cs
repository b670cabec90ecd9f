using System.CommandLine;
using Ratchet.Trading.Events;

namespace Ratchet.Cli.Commands;

/// <summary>The options that give a market by its numbers.</summary>
internal sealed class RegimeNumberOptions
{
    private readonly Option<double> price = Number("--price", "Close.", 100);
    private readonly Option<double> atr = Number("--atr", "ATR(14), in units of the price: the market is given by its numbers.", double.NaN);
    private readonly Option<double> adx = Number("--adx", "ADX(14).", 20);
    private readonly Option<double> plus = Number("--plus-di", "+DI(14).", 20);
    private readonly Option<double> minus = Number("--minus-di", "-DI(14).", 20);
    private readonly Option<double> fast = Number("--fast", "Faster moving average.", 100);
    private readonly Option<double> slow = Number("--slow", "Slower moving average.", 100);
    private readonly Option<double> volume = Number("--volume-share", "Volume of 24 hours over its 30-day median.", double.NaN);
    private readonly Option<double> spread = Number("--spread-bps", "Spread, in hundredths of a per cent.", double.NaN);
    private readonly Option<double> depth = Number("--depth-share", "Depth over its median.", double.NaN);
    private readonly Option<long> bars = new("--bars") { Description = "Bars seen.", DefaultValueFactory = _ => 1000 };
    private readonly Option<int> perDay = new("--bars-per-day") { Description = "Bars a day has.", DefaultValueFactory = _ => 96 };

    public void AddTo(System.CommandLine.Command command)
    {
        foreach (var option in (Option[])[price, atr, adx, plus, minus, fast, slow, volume, spread, depth, bars, perDay])
        {
            command.Options.Add(option);
        }
    }

    /// <summary>The market; null where no ATR is given.</summary>
    public SelectorScene? Given(ParseResult parsed)
    {
        if (parsed.GetValue(perDay) < 1)
        {
            throw new UsageException($"--bars-per-day is {parsed.GetValue(perDay)}; it must be at least 1.");
        }

        if (double.IsNaN(parsed.GetValue(atr)))
        {
            return null;
        }

        var given = new MarketContext(
            parsed.GetValue(price),
            parsed.GetValue(atr),
            parsed.GetValue(adx),
            parsed.GetValue(plus),
            parsed.GetValue(minus),
            parsed.GetValue(fast),
            parsed.GetValue(slow),
            parsed.GetValue(volume),
            parsed.GetValue(spread),
            parsed.GetValue(depth),
            parsed.GetValue(bars),
            double.NaN,
            double.NaN);
        return new("given", given, parsed.GetValue(perDay));
    }

    private static Option<double> Number(string name, string description, double usual) => new(name) { Description = description, DefaultValueFactory = _ => usual };
}
