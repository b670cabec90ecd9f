using Ratchet.Market.Bars;
using Ratchet.Market.Instruments;

namespace Ratchet.Storage.Columns;

/// <summary>Where bars come from. Without a calendar or an alignment, those of the stored series are meant.</summary>
internal sealed record SeriesOrigin(string Source, bool Synthetic, TradingCalendar? Calendar, BarAlignment? Alignment);
