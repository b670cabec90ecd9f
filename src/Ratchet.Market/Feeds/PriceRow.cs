namespace Ratchet.Market.Feeds;

/// <summary>The numbers of one row; NaN where the field was empty.</summary>
internal readonly record struct PriceRow(double Open, double High, double Low, double Close, double Volume, double Trades, double TakerBuy);
