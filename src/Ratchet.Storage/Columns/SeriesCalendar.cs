using Ratchet.Market.Feeds;
using Ratchet.Market.Instruments;
using Ratchet.Market.Quality;

namespace Ratchet.Storage.Columns;

/// <summary>Which calendar an import is checked by, and why.</summary>
/// <param name="Calendar">When the market is open.</param>
/// <param name="Fact">Where it was taken from, in words; null where it was given, or is around the clock because nothing is known.</param>
internal readonly record struct SeriesCalendar(TradingCalendar Calendar, string? Fact)
{
    /// <summary>The calendar asked for, else that of the stored series, else what is known of the instrument, else around the clock.</summary>
    public static SeriesCalendar Choose(TradingCalendar? asked, Symbol symbol, BarManifest? stored) =>
        asked is not null ? new(asked, null)
        : stored is not null ? new(TradingCalendar.Parse(stored.Calendar), stored.Calendar == TradingCalendar.AroundTheClock.Name ? null : $"calendar {stored.Calendar}, that of the stored series")
        : KnownInstrument.Of(symbol) is { } known ? new(known.Calendar, $"calendar {known.Calendar}, known of {known.Name}")
        : new(TradingCalendar.AroundTheClock, null);

    /// <summary>A series has one calendar: its quality is measured by it.</summary>
    /// <exception cref="MarketDataException">The stored one is another.</exception>
    public static void RequireSame(BarManifest stored, TradingCalendar given)
    {
        if (given.Name != stored.Calendar)
        {
            throw new MarketDataException(
                $"{stored.Symbol} {stored.TimeFrame}: the stored bars have the calendar {stored.Calendar}, {given} was given; nothing was written. " +
                "Leave the calendar out to add bars to them, or import with Replace (--replace) to put the new bars and their calendar in their place.");
        }
    }
}
