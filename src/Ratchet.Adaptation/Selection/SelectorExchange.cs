using Ratchet.Adaptation.Bandits;
using Ratchet.Adaptation.Regimes;

namespace Ratchet.Adaptation.Selection;

/// <summary>A selector's state as plain records and back.</summary>
public static class SelectorExchange
{
    /// <summary>Takes a picture of a selector.</summary>
    /// <param name="selector">The selector.</param>
    /// <param name="symbols">The name of each symbol, all different.</param>
    /// <exception cref="ArgumentException">There are more or fewer names than symbols, or a name occurs twice.</exception>
    public static SelectorState Export(ProfileSelector selector, IReadOnlyList<string> symbols)
    {
        Check(selector, symbols);
        var table = selector.Table;
        var names = selector.Profiles.Select(p => p.Name).ToArray();
        var cells = new List<SelectorCell>();
        for (var level = 0; level < table.Levels.Length; level++)
        {
            for (var i = 0; i < table.Levels[level].Length; i++)
            {
                ref readonly var cell = ref table.Levels[level][i];
                if (cell.Count > 0 || cell.Discounted != 0 || cell.Weight != 1)
                {
                    cells.Add(Of(cell, Symbol(level, i, table.Arms, symbols), Regime(level, i, table.Arms), names[i % table.Arms]));
                }
            }
        }

        var counts = table.ChoicesToWrite;
        var choices = new List<SelectorChoices>();
        for (var i = 0; i < counts.Length; i++)
        {
            if (counts[i] > 0)
            {
                choices.Add(new(symbols[i / RegimeNames.Count], RegimeNames.All[i % RegimeNames.Count], counts[i]));
            }
        }

        return new()
        {
            Profiles = names,
            Symbols = [.. symbols],
            Next = selector.Next,
            Counts = selector.Counts,
            Cells = cells,
            Choices = choices,
            Waiting = [.. selector.Waiting.Select(w => Of(w, symbols, names))],
        };
    }

    /// <summary>Puts a state into a selector that has learned nothing yet. What names a symbol or a profile that the selector does not have is left out.</summary>
    /// <param name="selector">A new selector.</param>
    /// <param name="symbols">The name of each of its symbols.</param>
    /// <param name="state">The state.</param>
    /// <returns>One line for each name that was left out.</returns>
    /// <exception cref="InvalidDataException">The state is of a later version, or holds impossible numbers; the selector must not be used.</exception>
    public static IReadOnlyList<string> Import(ProfileSelector selector, IReadOnlyList<string> symbols, SelectorState state)
    {
        Check(selector, symbols);
        if (state.Version is < 1 or > SelectorState.CurrentVersion)
        {
            throw new InvalidDataException($"The state has version {state.Version}; this program reads 1 to {SelectorState.CurrentVersion}.");
        }

        var left = new SortedSet<string>(StringComparer.Ordinal);
        var names = selector.Profiles.Select(p => p.Name).ToArray();
        foreach (var cell in state.Cells)
        {
            var arm = Place(names, cell.Profile, "profile", left);
            var symbol = cell.Symbol.Length == 0 ? 0 : Place(symbols, cell.Symbol, "symbol", left);
            var regime = cell.Regime.Length == 0 ? 0 : Place(RegimeNames.All, cell.Regime, "regime", left);
            if (arm < 0 || symbol < 0 || regime < 0)
            {
                continue;
            }

            var level = cell.Regime.Length == 0 ? 2 : cell.Symbol.Length == 0 ? 1 : 0;
            var place = level == 2 ? arm : (((symbol * RegimeNames.Count) + regime) * names.Length) + arm;
            selector.Table.Levels[level][place] = Of(cell);
        }

        foreach (var choice in state.Choices)
        {
            var symbol = Place(symbols, choice.Symbol, "symbol", left);
            var regime = Place(RegimeNames.All, choice.Regime, "regime", left);
            if (symbol >= 0 && regime >= 0)
            {
                selector.Table.ChoicesToWrite[(symbol * RegimeNames.Count) + regime] = Math.Max(0, choice.Count);
            }
        }

        var waiting = new List<PendingDecision>();
        foreach (var one in state.Waiting)
        {
            var symbol = Place(symbols, one.Symbol, "symbol", left);
            var regime = Place(RegimeNames.All, one.Regime, "regime", left);
            var arm = Place(names, one.Profile, "profile", left);
            if (symbol >= 0 && regime >= 0 && arm >= 0)
            {
                waiting.Add(new()
                {
                    Decision = one.Decision,
                    Symbol = symbol,
                    Regime = (MarketRegime)regime,
                    Profile = arm,
                    Propensity = one.Propensity,
                    Allowed = Mask(names, one.Allowed, left),
                    Rewarded = Mask(names, one.Rewarded, left),
                });
            }
        }

        selector.Restore(state.Next, state.Counts, waiting);
        return [.. left];
    }

    private static void Check(ProfileSelector selector, IReadOnlyList<string> symbols)
    {
        if (symbols.Count != selector.Table.Symbols || symbols.Distinct(StringComparer.Ordinal).Count() != symbols.Count)
        {
            throw new ArgumentException($"The selector has {selector.Table.Symbols} symbols; {symbols.Count} names were given, and all must differ.", nameof(symbols));
        }
    }

    private static string Symbol(int level, int i, int arms, IReadOnlyList<string> symbols) => level == 0 ? symbols[i / arms / RegimeNames.Count] : string.Empty;

    private static string Regime(int level, int i, int arms) => level < 2 ? RegimeNames.All[i / arms % RegimeNames.Count] : string.Empty;

    private static SelectorCell Of(in BanditCell cell, string symbol, string regime, string profile) => new()
    {
        Symbol = symbol,
        Regime = regime,
        Profile = profile,
        Value = cell.Value,
        Memory = cell.Memory,
        Real = cell.Real,
        Shadow = cell.Shadow,
        Mean = cell.Mean,
        Squares = cell.Squares,
        RealMean = cell.RealMean,
        ShadowMean = cell.ShadowMean,
        Discounted = cell.Discounted,
        DiscountedSum = cell.DiscountedSum,
        Weight = cell.Weight,
        Updated = cell.Updated == BanditCell.Never ? null : cell.Updated,
        Breaks = cell.Breaks,
        Change = cell.Change.ToArray(),
    };

    private static BanditCell Of(SelectorCell cell)
    {
        var result = new BanditCell
        {
            Value = cell.Value,
            Memory = cell.Memory,
            Real = cell.Real,
            Shadow = cell.Shadow,
            Mean = cell.Mean,
            Squares = cell.Squares,
            RealMean = cell.RealMean,
            ShadowMean = cell.ShadowMean,
            Discounted = cell.Discounted,
            DiscountedSum = cell.DiscountedSum,
            Weight = cell.Weight,
            Updated = cell.Updated ?? BanditCell.Never,
            Breaks = cell.Breaks,
        };
        if (!result.IsSound || cell.Change.Count != 4 || cell.Change.Any(c => !double.IsFinite(c)))
        {
            throw new InvalidDataException($"The cell '{cell.Symbol}' '{cell.Regime}' '{cell.Profile}' holds impossible numbers.");
        }

        result.Change = PageHinkley.From(cell.Change);
        return result;
    }

    private static WaitingDecision Of(in PendingDecision decision, IReadOnlyList<string> symbols, string[] names) => new()
    {
        Decision = decision.Decision,
        Symbol = symbols[decision.Symbol],
        Regime = RegimeNames.Of(decision.Regime),
        Profile = names[decision.Profile],
        Propensity = decision.Propensity,
        Allowed = Named(names, decision.Allowed),
        Rewarded = Named(names, decision.Rewarded),
    };

    private static string[] Named(string[] names, ulong mask) => [.. names.Where((_, i) => (mask >> i & 1) != 0)];

    private static ulong Mask(string[] names, IReadOnlyList<string> chosen, SortedSet<string> left)
    {
        var mask = 0UL;
        foreach (var name in chosen)
        {
            var place = Place(names, name, "profile", left);
            mask |= place >= 0 ? 1UL << place : 0;
        }

        return mask;
    }

    private static int Place(IReadOnlyList<string> names, string name, string kind, SortedSet<string> left)
    {
        for (var i = 0; i < names.Count; i++)
        {
            if (string.Equals(names[i], name, StringComparison.Ordinal))
            {
                return i;
            }
        }

        left.Add($"{kind} '{name}' is not known here; what was learned of it is left out");
        return -1;
    }
}
