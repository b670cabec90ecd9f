using Ratchet.Adaptation.Regimes;
using Ratchet.Adaptation.Selection;
using Ratchet.Numerics.Randomness;
using Ratchet.Trading.Profiles;
using Ratchet.Trading.Simulation;
using Ratchet.Trading.Venues;

namespace Ratchet.Cli.Commands;

/// <summary>A few trades on simulated bars: signal, context, regime, profile, prices, bars until the close, reward.</summary>
internal static class SelectorDemoRun
{
    private const int LongestBars = 700;
    private const long BarMilliseconds = 900_000;

    public static IReadOnlyList<SelectorDemoTrade> Play(ProfileSelector selector, RegimeOptions regimes, int trades, StreamKey key)
    {
        var venue = new VenueOptions();
        var result = new List<SelectorDemoTrade>();
        for (var i = 0; i < trades; i++)
        {
            var random = key.Derive(i).Open();
            var scene = SelectorScene.All[random.NextInt(10) switch { < 4 => 0, < 7 => 1, < 9 => 2, _ => 3 }];
            var reading = new RegimeDetector(regimes, 1).Update(0, 0, scene.Context, scene.BarsPerDay);
            var side = reading.Regime == MarketRegime.TrendUp || random.NextInt(2) == 0 ? 1 : -1;
            var atr = scene.Context.Atr;
            var cost = 2 * (venue.TakerFee + (venue.SlippageBps * 1e-4)) * scene.Context.Price / atr;
            var choice = selector.Choose(i, 0, reading.Regime, cost);
            if (choice.Profile < 0)
            {
                result.Add(new(scene, side, reading, cost, choice, null, null, double.NaN, double.NaN));
                continue;
            }

            var profile = selector.Profiles[choice.Profile];
            var before = selector.Table.Estimate(0, reading.Regime, choice.Profile).Value;
            var outcome = Bars(profile, scene, side, random, venue);
            selector.Reward(i, choice.Decision, outcome.ResultInR, (outcome.ExitTime - outcome.EntryTime) / 3_600_000.0);
            var prices = ProfilePrices.At(profile.Exits, side, (decimal)scene.Context.Price, atr, 0.1m);
            result.Add(new(scene, side, reading, cost, choice, prices, outcome, before, selector.Table.Estimate(0, reading.Regime, choice.Profile).Value));
        }

        return result;
    }

    // A walk whose bars have the scene's ATR in the mean, with drift in a trend and pull to the start in a range.
    private static ShadowOutcome Bars(TradeProfile profile, SelectorScene scene, int side, RandomStream random, VenueOptions venue)
    {
        var book = new ShadowBook(venue, 1);
        var closed = new List<ShadowOutcome>();
        var (start, atr) = (scene.Context.Price, scene.Context.Atr);
        book.Open(0, side, atr, profile.Exits, 0, 0);
        var price = start;
        var isTrend = scene.Context.Adx >= 25;
        for (var bar = 0; bar < LongestBars && closed.Count == 0; bar++)
        {
            var open = price;
            var drift = isTrend ? 0.08 * atr : 0.03 * (start - price);
            price = open + drift + (0.6 * atr * random.NextNormal());
            var wick = 0.3 * atr;
            book.BarClosed(
                0,
                new(bar * BarMilliseconds, open, Math.Max(open, price) + (wick * random.NextDouble()), Math.Min(open, price) - (wick * random.NextDouble()), price, 1),
                closed);
        }

        if (closed.Count == 0)
        {
            book.EndOfData(0, closed);
        }

        return closed[0];
    }
}
