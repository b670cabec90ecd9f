using Ratchet.Market.Bars;
using Ratchet.Trading.Engine;
using Ratchet.Trading.Events;
using Ratchet.Trading.Portfolio;

namespace Ratchet.Trading.Tests.Engine;

/// <summary>An adviser that notes what it is told, and fails where it is told to.</summary>
internal sealed class LoggedAdviser(List<string> log) : ITradeAdviser
{
    public bool Fails { get; set; }

    public Advice? Advise(long time, int symbol, in Signal signal)
    {
        log.Add($"adviser asked about {signal.Strategy}");
        return Fails ? throw new InvalidOperationException("no mood") : new() { Why = "as it is" };
    }

    public void Closed(long time, TradeRecord trade)
    {
        log.Add($"adviser hears {trade.Reason}");
        ThrowIfFails();
    }

    public void BarClosed(long time, int symbol, in Bar bar)
    {
        log.Add($"adviser sees {symbol}");
        ThrowIfFails();
    }

    private void ThrowIfFails()
    {
        if (Fails)
        {
            throw new InvalidOperationException("no mood");
        }
    }
}
