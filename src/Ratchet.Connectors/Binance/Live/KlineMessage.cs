namespace Ratchet.Connectors.Binance.Live;

/// <summary>A message about one bar.</summary>
/// <param name="Symbol">The exchange's name of the symbol, such as BTCUSDT.</param>
/// <param name="Interval">The exchange's name of the time frame, such as 1m.</param>
/// <param name="Row">The bar.</param>
/// <param name="IsClosed">Whether it is final.</param>
internal readonly record struct KlineMessage(string Symbol, string Interval, KlineRow Row, bool IsClosed);
