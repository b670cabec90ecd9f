using Ratchet.Adaptation.Regimes;
using Ratchet.Trading.Portfolio;

namespace Ratchet.Adaptation.Decomposition;

/// <summary>A closed trade as the advisor sees it. A shadow trade was followed without money: its size is one unit of risk.</summary>
/// <param name="Strategy">The strategy's place.</param>
/// <param name="Symbol">The symbol's place.</param>
/// <param name="Regime">The regime at its signal.</param>
/// <param name="Side">+1 long, -1 short.</param>
/// <param name="EntryTime">When it was entered, in milliseconds since 1970-01-01 UTC.</param>
/// <param name="ExitTime">When its last part was closed.</param>
/// <param name="Profit">The net result in money, or in R for a shadow trade.</param>
/// <param name="Size">The size at entry in units of the base asset, or 1 for a shadow trade.</param>
/// <param name="Fees">What was paid in fees, in the unit of the profit.</param>
/// <param name="ResultInR">The net result in multiples of the money at risk at entry; NaN where no risk was set, which leaves the trade out of every figure.</param>
/// <param name="Shadow">Whether it was followed without money.</param>
/// <param name="Multiplier">The multiplier of the advice that it was entered with, in [0, 2]; 1 where there was none.</param>
public readonly record struct StrategyTrade(
    int Strategy,
    int Symbol,
    MarketRegime Regime,
    int Side,
    long EntryTime,
    long ExitTime,
    double Profit,
    double Size,
    double Fees,
    double ResultInR,
    bool Shadow,
    double Multiplier = 1)
{
    /// <summary>The trade of an engine's record.</summary>
    /// <param name="record">The record.</param>
    /// <param name="regime">The regime at its signal.</param>
    /// <param name="multiplier">The multiplier of the advice that it was entered with.</param>
    public static StrategyTrade FromRecord(TradeRecord record, MarketRegime regime, double multiplier = 1) => new(
        record.Strategy,
        record.Symbol,
        regime,
        record.Side,
        record.EntryTime,
        record.ExitTime,
        (double)record.Profit,
        (double)record.Quantity,
        (double)record.Fees,
        record.ResultInR,
        Shadow: false,
        multiplier);
}
