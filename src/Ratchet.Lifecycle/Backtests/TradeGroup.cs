namespace Ratchet.Lifecycle.Backtests;

/// <summary>Trades that have something in common.</summary>
/// <param name="Name">What they have in common.</param>
/// <param name="Trades">How many.</param>
/// <param name="WinRate">The share that made money; NaN without trades.</param>
/// <param name="ProfitFactor">Gains over losses; NaN without trades, infinity without losses.</param>
/// <param name="MeanR">The mean result in multiples of the risk; NaN without a trade that had one.</param>
/// <param name="Profit">The net result in money.</param>
/// <param name="Fees">Fees paid, in money.</param>
/// <param name="Funding">Funding received less paid, in money.</param>
public sealed record TradeGroup(string Name, int Trades, double WinRate, double ProfitFactor, double MeanR, decimal Profit, decimal Fees, decimal Funding);
