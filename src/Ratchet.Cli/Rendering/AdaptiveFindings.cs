using System.Text;
using Ratchet.Adaptation.Regimes;
using Ratchet.Lifecycle.Adaptation;
using Ratchet.Trading.Profiles;

namespace Ratchet.Cli.Rendering;

/// <summary>What a study shows, counted from its numbers: every sentence holds whatever the numbers are.</summary>
internal static class AdaptiveFindings
{
    public static void Write(StringBuilder text, ProfileStudyResult result)
    {
        text.Append("## What this shows\n\nCounted from the tables below, over the markets traded alone; \"beyond its interval\" means that the interval does not hold 0.\n\n");
        var markets = result.Books.Where(b => b.Book.Places.Count == 1).ToArray();
        Profit(text, result, markets);
        Choice(text, result, markets);
        Learning(text, markets);
        Persistence(text, markets);
        Regimes(text, result, markets);
        Costs(text, result, markets);
        if (result.Options.EngineSeeds > 0)
        {
            Advisor(text, markets);
            Claims(text, result, markets);
        }
        else
        {
            text.Append('\n');
        }
    }

    private static void Profit(StringBuilder text, ProfileStudyResult result, StudyBookResult[] markets)
    {
        var n = markets.Length;
        var standard = markets.Select(b => b.Entry(result.Options.DefaultProfile).Mean).ToArray();
        Line(text, $"**Does it earn anything?** {result.Options.DefaultProfile} on every signal: {Range(standard.Select(i => i.Estimate))} R a trade; below 0 beyond its interval in {standard.Count(i => i.Upper < 0)} of {n} markets, above in {standard.Count(i => i.Lower > 0)}. "
            + $"Some learning policy has a mean above 0 in {markets.Count(b => b.Entries.Any(r => r.Pooled is not null && r.Mean.Estimate > 0))} of {n}; the oracle, which knows the outcome, in {markets.Count(b => Oracle(b).Mean.Estimate > 0)}."
            + (markets.Any(b => Oracle(b).Mean.Estimate > 0) ? string.Empty : " Choosing exits does not make up for signals that do not pay their costs."));
        var free = result.Variants.First(v => v.Name == StudyVariant.NoCosts).Books.Where(b => b.Book.Places.Count == 1).ToArray();
        var gross = free.Select(b => b.Entry(result.Options.DefaultProfile).Mean).ToArray();
        Line(text, $"**Before costs** the same signals with the same profile make {Range(gross.Select(i => i.Estimate))} R a trade, above 0 beyond its interval in {gross.Count(i => i.Lower > 0)} of {n} markets, below in {gross.Count(i => i.Upper < 0)}; "
            + $"the oracle {Range(free.Select(b => Oracle(b).Mean.Estimate))} R.");
    }

    private static void Choice(StringBuilder text, ProfileStudyResult result, StudyBookResult[] markets)
    {
        var n = markets.Length;
        var gains = markets.Select(b => b.Entry(StudyPolicy.Standard.Name).Gain).ToArray();
        var chance = markets.Select(b => b.Entry(StudyPolicy.Standard.Name).Mean.Estimate - b.Entry("random choice").Mean.Estimate).ToArray();
        Line(text, $"**The selector** ({StudyPolicy.Standard.Name}, pooled, learning from all profiles) against {result.Options.DefaultProfile}: {Range(gains.Select(g => g.Estimate))} R a trade, the mean {MarkdownRows.Signed(gains.Average(g => g.Estimate))}; better in {gains.Count(g => g.Estimate > 0)} of {n} markets, "
            + $"beyond its interval better in {gains.Count(g => g.Lower > 0)} and worse in {gains.Count(g => g.Upper < 0)}. Against a random choice among what the regime allows: {Range(chance)}, better in {chance.Count(c => c > 0)} of {n}.");
        var room = markets.Select(b => Oracle(b).Gain.Estimate).ToArray();
        Line(text, $"**Room to gain.** With perfect hindsight the best profile of each regime gains {Range(room)} R a trade over {result.Options.DefaultProfile}, the best static one {Range(markets.Select(b => b.Entry(result.Options.Profiles[b.BestStatic].Name).Gain.Estimate))}. "
            + $"The selector's regret is {Range(markets.Select(b => b.Entry(StudyPolicy.Standard.Name).StaticRegret), "0.0")} R a hundred trades to the best static profile and {Range(markets.Select(b => b.Entry(StudyPolicy.Standard.Name).OracleRegret), "0.0")} to the oracle.");
    }

    private static void Learning(StringBuilder text, StudyBookResult[] markets)
    {
        var rows = Enumerable.Range(0, markets[0].Entries.Count).Where(i => markets[0].Entries[i].Pooled is not null).ToArray();
        double Gain(int row) => markets.Average(b => b.Entries[row].Gain.Estimate);
        string Named(int row)
        {
            var entry = markets[0].Entries[row];
            return $"{entry.Name} ({(entry.Pooled == true ? "pooled" : "not pooled")}, {(entry.FullInformation == true ? "all profiles" : "its own")})";
        }

        var best = rows.MaxBy(Gain);
        var worst = rows.MinBy(Gain);
        double Mean(Func<EntryRow, bool> which) => rows.Where(i => which(markets[0].Entries[i])).Average(Gain);
        Line(text, $"**Policies.** The mean gain over the default profile is largest for {Named(best)}, {MarkdownRows.Signed(Gain(best))} R, and least for {Named(worst)}, {MarkdownRows.Signed(Gain(worst))} R; the best of {rows.Length} picked afterwards is a little hindsight itself. "
            + $"Learning from all profiles: {MarkdownRows.Signed(Mean(r => r.FullInformation == true))} on average, from real rewards alone {MarkdownRows.Signed(Mean(r => r.FullInformation == false))}; pooled {MarkdownRows.Signed(Mean(r => r.Pooled == true))}, not pooled {MarkdownRows.Signed(Mean(r => r.Pooled == false))}.");
    }

    private static void Persistence(StringBuilder text, StudyBookResult[] markets)
    {
        var gains = markets.Select(b => b.Persistence.OracleGain).ToArray();
        Line(text, $"**Do regimes tell which profile is better?** What was best in each regime in the first half of the time, traded in the second half, against the first half's best static profile: {Range(gains.Select(g => g.Estimate))} R a trade; "
            + $"better in {gains.Count(g => g.Estimate > 0)} of {markets.Length} markets, beyond its interval better in {gains.Count(g => g.Lower > 0)} and worse in {gains.Count(g => g.Upper < 0)}. The best static profile was the same in both halves in {markets.Count(b => b.Persistence.FirstBest == b.Persistence.SecondBest)}.");
    }

    private static void Regimes(StringBuilder text, ProfileStudyResult result, StudyBookResult[] markets)
    {
        var high = result.Scans.Select(s => s.Occupancy.Share(MarketRegime.HighVolatility)).ToArray();
        var quantiles = result.Variants.First(v => v.Name == StudyVariant.Quantiles).Books.Where(b => b.Book.Places.Count == 1).ToArray();
        var gains = quantiles.Select(b => b.Entry(StudyPolicy.Standard.Name).Gain.Estimate).ToArray();
        var agreement = result.Scans.All(s => s.Agreement is not null)
            ? $" Agreement with the hidden Markov model beyond chance (kappa): {Range(result.Scans.Select(s => s.Agreement!.Kappa), "0.00")}."
            : string.Empty;
        Line(text, $"**The regimes by the rules** are HIGH_VOLATILITY on {MarkdownRows.Percent(high.Min(), "0")} to {MarkdownRows.Percent(high.Max(), "0")} of the bars, in more than half of them in {high.Count(h => h > 0.5)} of {high.Length} series{(high.Any(h => h > 0.5) ? ": there one threshold for all symbols leaves little to tell apart" : string.Empty)}. "
            + $"With thresholds by each symbol's own year the selector's gain is {Range(gains)} R a trade, the mean {MarkdownRows.Signed(gains.Average())}, better than 0 in {gains.Count(g => g > 0)} of {markets.Length} markets.{agreement}");
    }

    private static void Costs(StringBuilder text, ProfileStudyResult result, StudyBookResult[] markets)
    {
        var left = markets.Select(b => (double)b.CostRule.Left / b.Playable).ToArray();
        var saved = markets.Average(b => b.CostRule.Default.Estimate - b.Entry(result.Options.DefaultProfile).Mean.Estimate);
        var chosen = markets.Average(b => b.Entry(StudyPolicy.Standard.Name).Gain.Estimate);
        Line(text, $"**The cost rule** ({MarkdownRows.Percent(result.Options.CostShare, "0")} of the stop) lets {MarkdownRows.Percent(left.Min(), "0")} to {MarkdownRows.Percent(left.Max(), "0")} of the signals through. On those {result.Options.DefaultProfile} makes {Range(markets.Select(b => b.CostRule.Default.Estimate))} R a trade instead of {Range(markets.Select(b => b.Entry(result.Options.DefaultProfile).Mean.Estimate))}: "
            + $"better in {markets.Count(b => b.CostRule.Default.Estimate > b.Entry(result.Options.DefaultProfile).Mean.Estimate)} of {markets.Length} markets, {MarkdownRows.Signed(saved)} R a trade on average, where choosing among profiles gains {MarkdownRows.Signed(chosen)}.");
    }

    private static void Advisor(StringBuilder text, StudyBookResult[] markets)
    {
        var pairs = markets.Select(b => (With: b.Engine.First(r => r.Name == "own exits, advisor"), Without: b.Engine.First(r => r.Name == "own exits"))).ToArray();
        Line(text, $"**The advisor** kept {MarkdownRows.Percent(pairs.Min(p => p.With.Filtered), "0")} to {MarkdownRows.Percent(pairs.Max(p => p.With.Filtered), "0")} of the signals out on the strategies' own exits. A trade it let through made {Range(pairs.Select(p => p.With.Mean.Estimate))} R, without it {Range(pairs.Select(p => p.Without.Mean.Estimate))}; "
            + $"better in {pairs.Count(p => p.With.Mean.Estimate > p.Without.Mean.Estimate)} of {pairs.Length} markets, by more than its interval in {pairs.Count(p => p.With.Mean.Lower > p.Without.Mean.Estimate)}. Net return with it {Change(pairs.Select(p => p.With.NetReturn))}, without it {Change(pairs.Select(p => p.Without.NetReturn))}; "
            + $"maximum drawdown {Percent(pairs.Select(p => p.With.MaximumDrawdown))} against {Percent(pairs.Select(p => p.Without.MaximumDrawdown))}. The trades that it let through are above 0 beyond their interval in {pairs.Count(p => p.With.Mean.Lower > 0)} markets{(pairs.Any(p => p.With.Mean.Lower > 0) ? string.Empty : ": what it saves it saves by trading less")}. "
            + $"Nine tenths of them were entered in the first {MarkdownRows.Percent(pairs.Min(p => p.With.NineTenthsBy), "0")} to {MarkdownRows.Percent(pairs.Max(p => p.With.NineTenthsBy), "0")} of the time. Of its switches, {Alone(markets, "filter")}, {Alone(markets, "weights")}, {Alone(markets, "retirement")}; without advice there are {MarkdownRows.Count(pairs.Sum(p => p.Without.Trades))}.");
    }

    private static string Alone(StudyBookResult[] markets, string name)
    {
        var rows = markets.Select(b => b.Engine.First(r => r.Name == $"own exits, advisor's {name} alone")).ToArray();
        return $"the {name} alone {Range(rows.Select(r => r.Mean.Estimate))} R a trade on {MarkdownRows.Count(rows.Sum(r => r.Trades))} trades";
    }

    private static void Claims(StringBuilder text, ProfileStudyResult result, StudyBookResult[] markets)
    {
        var options = result.Options;
        var selected = markets.Select(b => b.Engine.First(r => r.Name == StudyPolicy.Standard.Name)).ToArray();
        var standard = markets.Select(b => b.Engine.First(r => r.Name == options.DefaultProfile)).ToArray();
        var months = selected.Select((r, i) => r.Trades / markets[i].Months).ToArray();
        var profile = options.Profiles[TradeProfiles.IndexOf(options.Profiles, options.DefaultProfile)];
        text.Append("\n### The claims\n\n");
        var rows = new MarkdownRows(text);
        rows.Head("claim", "found through the engine, over the markets", "holds in");
        rows.Row("selector: +1.80 R a trade", $"{Range(selected.Select(r => r.Mean.Estimate))} R", $"{selected.Count(r => r.Mean.Upper >= 1.8)} of {markets.Length}");
        rows.Row(
            $"{options.DefaultProfile} alone: {MarkdownRows.Signed(profile.Expectancy, "0.00")} R by its table ({MarkdownRows.Signed(profile.ExpectancyWithPartials, "0.00")} R with its partial target)",
            $"{Range(standard.Select(r => r.Mean.Estimate))} R",
            $"{standard.Count(r => r.Mean.Upper >= profile.Expectancy)} of {markets.Length}");
        rows.Row(
            "the selector is better by 0.10 R",
            $"{Range(selected.Select((r, i) => r.Mean.Estimate - standard[i].Mean.Estimate))} R",
            $"{selected.Select((r, i) => r.Mean.Estimate - standard[i].Mean.Estimate).Count(d => d >= 0.1)} of {markets.Length}");
        rows.Row("60 trades a month", $"{Range(months, "0", signed: false)} a month", $"{months.Count(m => m >= 60)} of {markets.Length}");
        text.Append("\nA row holds where the interval reaches the number, or, for the last two, where the number is reached.\n\n");
    }

    private static EntryRow Oracle(StudyBookResult book) => book.Entry("oracle by symbol and regime");

    private static void Line(StringBuilder text, string line) => text.Append("- ").Append(line).Append('\n');

    private static string Range(IEnumerable<double> values, string format = "0.000", bool signed = true)
    {
        double[] all = [.. values];
        return signed && format == "0.000"
            ? $"{MarkdownRows.Signed(all.Min(), format)} to {MarkdownRows.Signed(all.Max(), format)}"
            : $"{MarkdownRows.Number(all.Min(), format)} to {MarkdownRows.Number(all.Max(), format)}";
    }

    private static string Change(IEnumerable<double> values)
    {
        double[] all = [.. values];
        return $"{MarkdownRows.Change(all.Min())} to {MarkdownRows.Change(all.Max())}";
    }

    private static string Percent(IEnumerable<double> values)
    {
        double[] all = [.. values];
        return $"{MarkdownRows.Percent(all.Min())} to {MarkdownRows.Percent(all.Max())}";
    }
}
