using Ratchet.Adaptation.Regimes;
using Ratchet.Market.Bars;
using Ratchet.Trading.Engine;
using Ratchet.Trading.Events;
using Ratchet.Trading.Portfolio;
using Ratchet.Trading.Profiles;

namespace Ratchet.Lifecycle.Adaptation;

/// <summary>Trades a profile that was fixed for each symbol and regime, and nothing in ILLIQUID and UNKNOWN.</summary>
internal sealed class OracleAdviser(OracleChoice choice, IReadOnlyList<TradeProfile> profiles, IReadOnlyList<ReadOnlyMemory<MarketRegime>> regimes) : ITradeAdviser
{
    private readonly int[] bars = new int[regimes.Count];

    public Advice? Advise(long time, int symbol, in Signal signal)
    {
        var regime = regimes[symbol].Span[bars[symbol] - 1];
        var profile = profiles[choice.Of(symbol, regime)];
        return new()
        {
            Strategy = signal.Strategy,
            Block = regime is MarketRegime.Unknown or MarketRegime.Illiquid,
            Exits = profile.Exits,
            Profile = profile.Name,
            Regime = RegimeNames.Of(regime),
        };
    }

    public void Closed(long time, TradeRecord trade)
    {
    }

    public void BarClosed(long time, int symbol, in Bar bar) => bars[symbol]++;
}
