using Ratchet.Market.Bars;
using Ratchet.Numerics.Randomness;
using Ratchet.Trading.Engine;
using Ratchet.Trading.Events;
using Ratchet.Trading.Portfolio;

namespace Ratchet.KillHost.Sessions;

/// <summary>A strategy that draws its signals by everything that it was ever told, so that one call too many or too few changes all that follows.</summary>
internal sealed class ScriptStrategy(string name) : ITradingStrategy
{
    private StreamKey told = StreamKey.FromSeed(20).Derive(name);

    public string Name => name;

    public void Update(int symbol, in Bar bar, int strategy, out Signal signal)
    {
        told = told.Derive(symbol).Derive(bar.OpenTime).Derive(BitConverter.DoubleToInt64Bits(bar.Close));
        var random = told.Open();
        var draw = random.NextDouble();
        var side = draw < 0.25 ? (sbyte)1 : draw < 0.5 ? (sbyte)-1 : (sbyte)0;
        var context = MarketContext.Unknown with { Price = bar.Close, Atr = bar.Close * 0.004, Bars = random.NextInt(1000) };
        var mood = told.Derive("context").Open();
        context = context with
        {
            Adx = 50 * mood.NextDouble(),
            PlusDi = 30 * mood.NextDouble(),
            MinusDi = 30 * mood.NextDouble(),
            FastAverage = bar.Close * (0.99 + (0.02 * mood.NextDouble())),
            SlowAverage = bar.Close,
            VolumeShare = 1,
        };
        signal = new(strategy, side, 0.7 + (0.3 * random.NextDouble()), side, 1, random.NextDouble(), bar.Close * 0.004, 1, double.NaN, context);
    }

    public void Closed(TradeRecord trade) => told = told.Derive(trade.Position).Derive((long)(trade.Profit * 10_000));
}
