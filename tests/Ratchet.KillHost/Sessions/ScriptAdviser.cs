using Ratchet.Market.Bars;
using Ratchet.Numerics.Randomness;
using Ratchet.Trading.Engine;
using Ratchet.Trading.Events;
using Ratchet.Trading.Portfolio;

namespace Ratchet.KillHost.Sessions;

/// <summary>An adviser that draws its advice by everything that it was ever told, and fails now and then.</summary>
internal sealed class ScriptAdviser : ITradeAdviser
{
    private StreamKey told = StreamKey.FromSeed(21);
    private long decisions;

    public Advice? Advise(long time, int symbol, in Signal signal)
    {
        told = told.Derive(time).Derive(symbol).Derive(signal.Strategy);
        var random = told.Open();
        return random.NextInt(8) switch
        {
            0 => null,
            1 => throw new InvalidOperationException("the adviser does not feel well"),
            2 => new() { Strategy = signal.Strategy, Block = true, Why = "not now" },
            3 => new()
            {
                Strategy = signal.Strategy,
                Exits = new() { StopMultiple = 1, TargetMultiples = [0.5, 1], TargetFractions = [0.5, 0.5], HorizonBars = 5, TrailingMultiple = 1 },
                Profile = "short",
                Regime = "calm",
                Decision = decisions++,
            },
            _ => new() { Strategy = signal.Strategy, Multiplier = 0.5 + random.NextDouble(), Decision = decisions++ },
        };
    }

    public void Closed(long time, TradeRecord trade) => told = told.Derive(time).Derive(trade.Position).Derive(trade.Decision);

    public void BarClosed(long time, int symbol, in Bar bar) => told = told.Derive(bar.OpenTime);
}
