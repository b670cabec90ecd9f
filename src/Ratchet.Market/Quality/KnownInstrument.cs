using Ratchet.Market.Instruments;

namespace Ratchet.Market.Quality;

/// <summary>What is known of some instruments by name: when they trade and the step of their prices. A name that is not here trades around the clock.</summary>
/// <param name="Name">The name, such as <c>ES</c>.</param>
/// <param name="Calendar">When it trades.</param>
/// <param name="Tick">The smallest step of its price; 0 where it is not known, or trades are reported between ticks as for equities.</param>
public sealed record KnownInstrument(string Name, TradingCalendar Calendar, double Tick)
{
    private static readonly KnownInstrument[] All =
    [
        new("ES", TradingCalendar.CmeGlobex, 0.25), new("MES", TradingCalendar.CmeGlobex, 0.25), new("NQ", TradingCalendar.CmeGlobex, 0.25),
        new("MNQ", TradingCalendar.CmeGlobex, 0.25), new("RTY", TradingCalendar.CmeGlobex, 0.1), new("YM", TradingCalendar.CmeGlobex, 1),
        new("SPY", TradingCalendar.UsEquityExtended, 0), new("QQQ", TradingCalendar.UsEquityExtended, 0), new("AAPL", TradingCalendar.UsEquityExtended, 0),
    ];

    /// <summary>The instrument of a symbol; null where it is not known.</summary>
    /// <param name="symbol">What is traded.</param>
    public static KnownInstrument? Of(Symbol symbol) => Array.Find(All, i => i.Name.Equals(symbol.Name, StringComparison.OrdinalIgnoreCase));

    /// <summary>The instrument that a file's name mentions as a part of its own, cut at underscores, dashes, dots and spaces; null where none is known.</summary>
    /// <param name="path">The file.</param>
    public static KnownInstrument? OfFile(string path)
    {
        foreach (var part in Path.GetFileName(path).Split(['_', '-', '.', ' '], StringSplitOptions.RemoveEmptyEntries))
        {
            foreach (var instrument in All)
            {
                if (part.Equals(instrument.Name, StringComparison.OrdinalIgnoreCase))
                {
                    return instrument;
                }
            }
        }

        return null;
    }
}
