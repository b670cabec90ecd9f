using Ratchet.Market.Bars;
using Ratchet.Strategies.Ensemble;
using Ratchet.Trading.Engine;
using Ratchet.Trading.Events;
using Ratchet.Trading.Portfolio;

namespace Ratchet.Hosting.Composition.Paper;

/// <summary>A trained ensemble as a strategy on its one symbol. It must be shown its bars from the model's first one on.</summary>
internal sealed class EnsembleStrategy(string name, EnsembleStream stream) : ITradingStrategy
{
    public string Name => name;

    public void Update(int symbol, in Bar bar, int strategy, out Signal signal)
    {
        stream.Update(bar, out var row);
        var isSilent = double.IsNaN(row.Confidence);
        signal = new(
            strategy,
            isSilent ? (sbyte)0 : row.Side,
            row.Confidence,
            row.Momentum,
            row.Size,
            row.ExitProbability,
            row.Distance,
            0,
            row.ExpectedR,
            MarketContext.Unknown with { Price = bar.Close, Bars = stream.BarCount });
    }

    public void Closed(TradeRecord trade)
    {
    }
}
