using Ratchet.Market.Time;
using Ratchet.Trading.Engine;

namespace Ratchet.Lifecycle.Backtests;

/// <summary>
/// Whether the symbols of a run could have been chosen when it began. A symbol whose listing date is not known, or that was listed later, is chosen with hindsight: who
/// names it today knows that it came, and that it stayed.
/// </summary>
public static class Universe
{
    /// <summary>Why a symbol counts as chosen with hindsight; null where it could have been named at the beginning.</summary>
    /// <param name="instrument">The symbol and its dates.</param>
    /// <param name="from">The beginning of the run, in milliseconds since 1970-01-01 UTC.</param>
    public static string? Hindsight(InstrumentRules instrument, long from)
    {
        ArgumentNullException.ThrowIfNull(instrument);
        return instrument.Listed is not { } listed ? "its listing date is not known"
            : listed > from ? $"it was listed at {UtcTime.Format(listed)}, after the beginning"
            : null;
    }

    /// <summary>The warning of a run; null where every symbol could have been named at the beginning.</summary>
    /// <param name="instruments">The symbols.</param>
    /// <param name="from">The beginning of the run.</param>
    public static string? Warning(IReadOnlyList<InstrumentRules> instruments, long from)
    {
        ArgumentNullException.ThrowIfNull(instruments);
        var found = instruments.Select(i => (i.Symbol, Why: Hindsight(i, from))).Where(f => f.Why is not null).ToArray();
        return found.Length == 0
            ? null
            : $"UNIVERSE CHOSEN WITH HINDSIGHT: {string.Join("; ", found.Select(f => $"{f.Symbol}: {f.Why}"))}. Symbols that vanished are missing, which flatters the result.";
    }
}
