namespace Ratchet.Adaptation.Decomposition;

/// <summary>What a window keeps of a trade.</summary>
internal readonly record struct TradeSample(long Time, double Result, double Profit, double Fees)
{
    public static TradeSample Of(in StrategyTrade trade) => new(trade.ExitTime, trade.ResultInR, trade.Profit, trade.Fees);
}
