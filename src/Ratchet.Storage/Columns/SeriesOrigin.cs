using Ratchet.Market.Instruments;

namespace Ratchet.Storage.Columns;

/// <summary>Where bars come from.</summary>
internal sealed record SeriesOrigin(string Source, bool Synthetic, TradingCalendar? Calendar);
