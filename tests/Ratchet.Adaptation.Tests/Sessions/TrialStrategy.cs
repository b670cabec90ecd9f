using Ratchet.Market.Bars;
using Ratchet.Numerics.Randomness;
using Ratchet.Trading.Engine;
using Ratchet.Trading.Events;
using Ratchet.Trading.Portfolio;

namespace Ratchet.Adaptation.Tests.Sessions;

/// <summary>Draws signals and contexts by name, seed, symbol and bar; a day's worth of bars has one mood.</summary>
internal sealed class TrialStrategy(string name, ulong seed) : ITradingStrategy
{
    private const long Mood = 86_400_000;
    private readonly StreamKey key = StreamKey.FromSeed(seed).Derive("trial");
    private readonly long[] seen = new long[16];

    public string Name => name;

    public void Update(int symbol, in Bar bar, int strategy, out Signal signal)
    {
        var random = key.Derive(symbol).Derive(bar.OpenTime).Open();
        var mood = key.Derive(symbol).Derive(bar.OpenTime / Mood).Open().NextInt(6);
        var draw = random.NextDouble();
        var side = draw < 0.15 ? (sbyte)1 : draw < 0.3 ? (sbyte)-1 : (sbyte)0;
        var up = mood == 0 || (mood != 1 && random.NextDouble() < 0.5);
        var daily = mood switch { 2 => 0.01, 3 => 0.03, 4 => 0.06, _ => 0.025 };
        var atr = bar.Close * daily / Math.Sqrt(96);
        var context = MarketContext.Unknown with
        {
            Price = bar.Close,
            Atr = atr,
            Adx = mood < 2 ? 35 : 15,
            PlusDi = up ? 30 : 10,
            MinusDi = up ? 10 : 30,
            FastAverage = bar.Close * (up ? 1.01 : 0.99),
            SlowAverage = bar.Close,
            VolumeShare = mood == 5 && random.NextDouble() < 0.7 ? 0.1 : 1,
            Bars = 300 + seen[symbol]++,
        };
        signal = new(strategy, side, 0.55 + (0.45 * random.NextDouble()), side, 1, random.NextDouble(), atr, 1 + random.NextInt(5), double.NaN, context);
    }

    public void Closed(TradeRecord trade)
    {
    }
}
