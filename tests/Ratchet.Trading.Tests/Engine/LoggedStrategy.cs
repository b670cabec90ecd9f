using Ratchet.Market.Bars;
using Ratchet.Trading.Engine;
using Ratchet.Trading.Events;
using Ratchet.Trading.Portfolio;

namespace Ratchet.Trading.Tests.Engine;

/// <summary>A strategy that wants the same side at every bar and notes what it is told.</summary>
internal sealed class LoggedStrategy(string name, List<string> log, sbyte side = 1) : ITradingStrategy
{
    public string Name => name;

    public bool Fails { get; set; }

    public void Update(int symbol, in Bar bar, int strategy, out Signal signal)
    {
        log.Add($"{name} sees {symbol}");
        if (Fails)
        {
            throw new InvalidOperationException("a mistake");
        }

        signal = new(strategy, side, 1, 1, 1, double.NaN, bar.Close * 0.01, 0, double.NaN, MarketContext.Unknown);
    }

    public void Closed(TradeRecord trade) => log.Add($"{name} hears {trade.Reason}");
}
