using Ratchet.Adaptation.Decomposition;
using Ratchet.Adaptation.Regimes;
using Ratchet.Numerics.Randomness;

namespace Ratchet.Adaptation.Tests.Decomposition;

internal static class RandomTrades
{
    public static StrategyTrade Next(RandomStream random, int strategies, int symbols, ref long time)
    {
        time += random.NextInt(4) * 3_600_000L;
        var result = random.NextInt(10) == 0 ? 0 : (random.NextDouble() * 4) - 1.8;
        return new(
            random.NextInt(strategies),
            random.NextInt(symbols),
            (MarketRegime)random.NextInt(RegimeNames.Count),
            random.NextInt(2) == 0 ? 1 : -1,
            time - 1000,
            time,
            result * 50,
            1,
            random.NextDouble(),
            result,
            Shadow: false);
    }
}
