using Ratchet.Market.Time;

namespace Ratchet.Features.Levels;

/// <summary>One day of a market, in milliseconds UTC.</summary>
/// <param name="PreMarket">Before the regular session; empty where the market knows none.</param>
/// <param name="Regular">The regular session.</param>
public readonly record struct MarketDay(TimeRange PreMarket, TimeRange Regular);
