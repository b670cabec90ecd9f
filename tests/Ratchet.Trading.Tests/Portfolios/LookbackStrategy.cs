using Ratchet.Market.Bars;
using Ratchet.Trading.Engine;
using Ratchet.Trading.Events;
using Ratchet.Trading.Portfolio;

namespace Ratchet.Trading.Tests.Portfolios;

/// <summary>Every few bars follows, or fades, the change over a lookback; the distance is the mean range of it.</summary>
internal sealed class LookbackStrategy(string name, int lookback, int every, int sign) : ITradingStrategy
{
    private readonly Dictionary<int, List<Bar>> seen = [];

    public string Name => name;

    public void Update(int symbol, in Bar bar, int strategy, out Signal signal)
    {
        if (!seen.TryGetValue(symbol, out var bars))
        {
            seen.Add(symbol, bars = []);
        }

        bars.Add(bar);
        var ready = bars.Count > lookback;
        var change = ready ? bar.Close - bars[^(lookback + 1)].Close : 0;
        var range = 0.0;
        for (var i = Math.Max(0, bars.Count - lookback); i < bars.Count; i++)
        {
            range += bars[i].High - bars[i].Low;
        }

        range /= Math.Min(lookback, bars.Count);
        var speaks = ready && bars.Count % every == 0;
        var strength = Math.Min(1, Math.Abs(change) / (range * 10));
        signal = new(
            strategy,
            (sbyte)(speaks ? sign * Math.Sign(change) : 0),
            ready ? 0.6 + (0.4 * strength) : double.NaN,
            change / bar.Close,
            1,
            ready && !speaks ? 0.4 + (0.4 * strength) : double.NaN,
            range,
            0,
            double.NaN,
            MarketContext.Unknown with { Price = bar.Close });
    }

    public void Closed(TradeRecord trade)
    {
    }
}
