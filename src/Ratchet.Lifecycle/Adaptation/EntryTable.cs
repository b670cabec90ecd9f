using Ratchet.Adaptation.Regimes;
using Ratchet.Trading.Profiles;

namespace Ratchet.Lifecycle.Adaptation;

/// <summary>The entries of a book in the order of time, and what fixed ways to choose make of them.</summary>
public sealed class EntryTable
{
    private readonly ulong[] allowed;

    private EntryTable(IReadOnlyList<StudyEntry> entries, IReadOnlyList<TradeProfile> profiles)
    {
        Entries = entries;
        Profiles = profiles;
        allowed = new ulong[RegimeNames.Count];
        for (var r = 0; r < allowed.Length; r++)
        {
            for (var p = 0; p < profiles.Count; p++)
            {
                allowed[r] |= profiles[p].Allows(RegimeNames.All[r]) ? 1UL << p : 0;
            }
        }
    }

    /// <summary>The entries.</summary>
    public IReadOnlyList<StudyEntry> Entries { get; }

    /// <summary>The profiles.</summary>
    public IReadOnlyList<TradeProfile> Profiles { get; }

    /// <summary>All entries of a book.</summary>
    /// <param name="scans">The symbols, in the order of the book.</param>
    /// <param name="profiles">The profiles.</param>
    public static EntryTable Of(IReadOnlyList<SymbolScan> scans, IReadOnlyList<TradeProfile> profiles)
    {
        var entries = new List<StudyEntry>();
        for (var s = 0; s < scans.Count; s++)
        {
            var symbol = s;
            entries.AddRange(s == 0 ? scans[s].Entries : scans[s].Entries.Select(e => e with { Symbol = symbol }));
        }

        return new([.. entries.OrderBy(e => e.Time).ThenBy(e => e.Symbol).ThenBy(e => e.Strategy)], profiles);
    }

    /// <summary>
    /// The entries in regimes that are traded, with a profile that the cost rule lets through.
    /// </summary>
    /// <param name="costShare">The largest share of its stop that a round trip may cost a profile.</param>
    /// <param name="every">Whether every profile must pass the cost rule; else one that the regime allows is enough.</param>
    public EntryTable Playable(double costShare, bool every) => new([.. Entries.Where(e => IsPlayable(e, costShare, every))], Profiles);

    /// <summary>The entries decided before, or from, a time.</summary>
    /// <param name="time">The time.</param>
    /// <param name="before">Which side.</param>
    public EntryTable Part(long time, bool before) => new([.. Entries.Where(e => e.Time < time == before)], Profiles);

    /// <summary>Each entry's result under choices.</summary>
    /// <param name="choice">The profile's place for an entry.</param>
    public double[] Results(Func<StudyEntry, int> choice) => [.. Entries.Select(e => e.Results[choice(e)])];

    /// <summary>Each entry's expected result when every profile that its regime allows is as likely.</summary>
    public double[] Random() => [.. Entries.Select(e =>
    {
        var (sum, count) = (0.0, 0);
        for (var p = 0; p < Profiles.Count; p++)
        {
            if ((allowed[(int)e.Regime] >> p & 1) != 0)
            {
                sum += e.Results[p];
                count++;
            }
        }

        return count == 0 ? double.NaN : sum / count;
    })];

    /// <summary>The profile with the largest mean result over all entries, the first of equals; what only hindsight knows.</summary>
    public int BestStatic() => Best(Entries, ulong.MaxValue);

    /// <summary>The profile with the largest mean result for each symbol and regime; where there is no entry, the best static one. What only hindsight knows.</summary>
    /// <param name="allowedOnly">Whether only profiles count that the regime allows.</param>
    public OracleChoice Oracle(bool allowedOnly)
    {
        var fallback = Entries.Count == 0 ? 0 : BestStatic();
        var symbols = Entries.Count == 0 ? 0 : Entries.Max(e => e.Symbol) + 1;
        var best = new int[symbols * RegimeNames.Count];
        Array.Fill(best, fallback);
        foreach (var cell in Entries.GroupBy(e => (e.Symbol, e.Regime)))
        {
            best[(cell.Key.Symbol * RegimeNames.Count) + (int)cell.Key.Regime] = Best([.. cell], allowedOnly ? allowed[(int)cell.Key.Regime] : ulong.MaxValue);
        }

        return new(best, fallback);
    }

    private int Best(IReadOnlyList<StudyEntry> entries, ulong mask)
    {
        var (best, most) = (0, double.NegativeInfinity);
        for (var p = 0; p < Profiles.Count; p++)
        {
            var sum = (mask >> p & 1) == 0 ? double.NegativeInfinity : entries.Sum(e => e.Results[p]);
            if (sum > most)
            {
                (best, most) = (p, sum);
            }
        }

        return best;
    }

    private bool IsPlayable(StudyEntry entry, double costShare, bool every)
    {
        if (entry.Regime is MarketRegime.Unknown or MarketRegime.Illiquid || allowed[(int)entry.Regime] == 0)
        {
            return false;
        }

        for (var p = 0; p < Profiles.Count; p++)
        {
            var passes = entry.CostShare / Profiles[p].Exits.StopMultiple <= costShare;
            if (every && !passes)
            {
                return false;
            }

            if (!every && passes && (allowed[(int)entry.Regime] >> p & 1) != 0)
            {
                return true;
            }
        }

        return every;
    }
}
