using System.Text;
using Ratchet.Adaptation.Regimes;
using Ratchet.Lifecycle.Adaptation;
using Ratchet.Trading.Profiles;

namespace Ratchet.Cli.Rendering;

/// <summary>What the ways to choose make of the same signals.</summary>
internal static class AdaptiveEntriesTable
{
    public static void Write(StringBuilder text, ProfileStudyResult result)
    {
        text.Append("## The same signals\n\n");
        text.Append("Every traded signal is entered at the next open as a position of 1 R by every way to choose, whatever else is open: so all rows have the same entries and differ by the choice alone.\n");
        text.Append($"*Gain* is the result less that of {result.Options.DefaultProfile} on the same entry. *Regret* is R lost a hundred trades. Policies that draw are the mean of {result.Options.Seeds} seeds; random choice is its expectation.\n");
        text.Append("The selector chooses only among the profiles that the regime allows; fixed profiles and the oracle are not bound by that. The oracle is, for each symbol and regime, the profile with the best mean over the whole time.\n\n");
        foreach (var book in result.Whole)
        {
            Full(text, result, book);
        }

        EachMarket(text, result);
        EachStrategy(text, result);
        Policies(text, result);
        Cells(text, result);
        Persistence(text, result);
        CostRule(text, result);
        AdaptiveVariantsTable.Write(text, result);
    }

    private static void Full(StringBuilder text, ProfileStudyResult result, StudyBookResult book)
    {
        text.Append($"### {book.Book.Name}: {MarkdownRows.Count(book.Playable)} signals traded, {MarkdownRows.Number(book.Playable / book.Months, "0")} a month\n\n");
        var rows = new MarkdownRows(text);
        rows.Head("choice", "pooled", "learns from", "R a trade", "gain a trade", "total R", "regret to best static", "regret to oracle", "explored");
        foreach (var row in book.Entries)
        {
            var isBest = row.Name == result.Options.Profiles[book.BestStatic].Name;
            rows.Row(
                row.Name + (isBest ? " (best static, *hindsight*)" : row.Hindsight ? " (*hindsight*)" : row.Name == result.Options.DefaultProfile ? " (default)" : string.Empty),
                row.Pooled is { } pooled ? pooled ? "yes" : "no" : string.Empty,
                row.FullInformation is { } full ? full ? "all profiles" : "its own" : string.Empty,
                MarkdownRows.Interval(row.Mean),
                row.Name == result.Options.DefaultProfile ? string.Empty : MarkdownRows.Interval(row.Gain),
                MarkdownRows.Signed(row.Mean.Estimate * book.Playable, "0"),
                MarkdownRows.Number(row.StaticRegret),
                MarkdownRows.Number(row.OracleRegret),
                double.IsNaN(row.Explored) ? string.Empty : MarkdownRows.Percent(row.Explored));
        }

        text.Append('\n');
    }

    private static void EachMarket(StringBuilder text, ProfileStudyResult result)
    {
        var options = result.Options;
        text.Append($"### Each market alone, R a trade\n\nThe selector is {StudyPolicy.Standard.Name}, pooled, learning from all profiles.\n\n");
        var rows = new MarkdownRows(text);
        rows.Head("market", options.DefaultProfile, "best static (*hindsight*)", "random choice", "selector", "selector's gain", "oracle (*hindsight*)", "selector's regret to best static", "to oracle");
        foreach (var book in result.Books)
        {
            var best = options.Profiles[book.BestStatic].Name;
            var selector = book.Entry(StudyPolicy.Standard.Name);
            rows.Row(
                book.Book.Name,
                MarkdownRows.Interval(book.Entry(options.DefaultProfile).Mean),
                $"{MarkdownRows.Signed(book.Entry(best).Mean.Estimate)} {best}",
                MarkdownRows.Signed(book.Entry("random choice").Mean.Estimate),
                MarkdownRows.Interval(selector.Mean),
                MarkdownRows.Interval(selector.Gain),
                MarkdownRows.Signed(book.Entry("oracle by symbol and regime").Mean.Estimate),
                MarkdownRows.Number(selector.StaticRegret),
                MarkdownRows.Number(selector.OracleRegret));
        }

        text.Append('\n');
    }

    private static void EachStrategy(StringBuilder text, ProfileStudyResult result)
    {
        if (result.Alone.Count == 0)
        {
            return;
        }

        var options = result.Options;
        text.Append("### Each strategy alone, R a trade\n\nThe selector learns from this strategy's signals only.\n\n");
        var rows = new MarkdownRows(text);
        rows.Head("market", "strategy", "signals", options.DefaultProfile, "best static (*hindsight*)", "random choice", "selector", "selector's gain", "oracle (*hindsight*)");
        foreach (var one in result.Alone)
        {
            var best = options.Profiles[one.Result.BestStatic].Name;
            var selector = one.Result.Entry(StudyPolicy.Standard.Name);
            rows.Row(
                one.Book,
                one.Strategy,
                MarkdownRows.Count(one.Result.Playable),
                MarkdownRows.Interval(one.Result.Entry(options.DefaultProfile).Mean),
                $"{MarkdownRows.Signed(one.Result.Entry(best).Mean.Estimate)} {best}",
                MarkdownRows.Signed(one.Result.Entry("random choice").Mean.Estimate),
                MarkdownRows.Interval(selector.Mean),
                MarkdownRows.Interval(selector.Gain),
                MarkdownRows.Signed(one.Result.Entry("oracle by symbol and regime").Mean.Estimate));
        }

        text.Append('\n');
    }

    private static void Policies(StringBuilder text, ProfileStudyResult result)
    {
        var alone = result.Books.Where(b => b.Book.Places.Count == 1).ToArray();
        text.Append($"### Ways to choose over the {alone.Length} markets\n\nGain a trade over {result.Options.DefaultProfile} and over random choice, the mean of the markets alone; in how many of them the gain over {result.Options.DefaultProfile} is above 0, and its interval above or below it.\n\n");
        var rows = new MarkdownRows(text);
        rows.Head("choice", "pooled", "learns from", "gain", "gain over chance", "above 0", "interval above 0", "interval below 0");
        for (var i = 0; i < alone[0].Entries.Count; i++)
        {
            var row = alone[0].Entries[i];
            var gains = alone.Select(b => b.Entries[i].Gain).ToArray();
            rows.Row(
                row.Name + (row.Hindsight ? " (*hindsight*)" : string.Empty),
                row.Pooled is { } pooled ? pooled ? "yes" : "no" : string.Empty,
                row.FullInformation is { } full ? full ? "all profiles" : "its own" : string.Empty,
                MarkdownRows.Signed(gains.Average(g => g.Estimate)),
                MarkdownRows.Signed(alone.Average(b => b.Entries[i].Mean.Estimate - b.Entry("random choice").Mean.Estimate)),
                $"{gains.Count(g => g.Estimate > 0)}",
                $"{gains.Count(g => g.Lower > 0)}",
                $"{gains.Count(g => g.Upper < 0)}");
        }

        text.Append('\n');
    }

    private static void Cells(StringBuilder text, ProfileStudyResult result)
    {
        text.Append("### Profiles by regime, R a trade\n\nMeans over the whole time; the best of a row is bold, * marks profiles that the regime does not allow.\n\n");
        var rows = new MarkdownRows(text);
        rows.Head(["market", "regime", "signals", .. result.Options.Profiles.Select(p => p.Name)]);
        foreach (var book in result.Whole)
        {
            foreach (var cell in book.Cells)
            {
                var best = cell.Means.Max();
                rows.Row(
                [
                    book.Book.Name,
                    RegimeNames.Of(cell.Regime),
                    MarkdownRows.Count(cell.Entries),
                    .. cell.Means.Select((mean, p) => Cell(mean, mean == best, result.Options.Profiles[p], cell.Regime)),
                ]);
            }
        }

        text.Append('\n');
    }

    private static string Cell(double mean, bool isBest, TradeProfile profile, MarketRegime regime)
    {
        var number = MarkdownRows.Signed(mean);
        return (isBest ? $"**{number}**" : number) + (profile.Allows(RegimeNames.Of(regime)) ? string.Empty : " \\*");
    }

    private static void Persistence(StringBuilder text, ProfileStudyResult result)
    {
        text.Append("### Does what was best stay best?\n\n");
        text.Append("The best static profile, and the best profile of each symbol and regime, of the first half of the time, traded in the second half. Where regimes tell which profile is better, the fourth number is above the third.\n\n");
        var rows = new MarkdownRows(text);
        rows.Head("market", "best of first half", "best of second half", $"{result.Options.DefaultProfile}, second half", "first half's best static", "first half's oracle", "oracle less static", "second half's own oracle (*hindsight*)");
        foreach (var book in result.Books)
        {
            var found = book.Persistence;
            rows.Row(
                book.Book.Name,
                result.Options.Profiles[found.FirstBest].Name,
                result.Options.Profiles[found.SecondBest].Name,
                MarkdownRows.Signed(found.Default),
                MarkdownRows.Signed(found.StaticThen),
                MarkdownRows.Signed(found.OracleThen),
                MarkdownRows.Interval(found.OracleGain),
                MarkdownRows.Signed(found.OracleNow));
        }

        text.Append('\n');
    }

    private static void CostRule(StringBuilder text, ProfileStudyResult result)
    {
        text.Append("### The cost rule\n\n");
        text.Append($"By default a profile is refused while a round trip costs more than {MarkdownRows.Percent(result.Options.CostShare, "0")} of its stop. In all other tables that rule is off, because with it little is left to learn from.\n\n");
        var rows = new MarkdownRows(text);
        rows.Head("market", "signals traded without it", "with it", "left", "selector on those, R a trade", $"{result.Options.DefaultProfile} on those");
        foreach (var book in result.Books)
        {
            rows.Row(
                book.Book.Name,
                MarkdownRows.Count(book.Playable),
                MarkdownRows.Count(book.CostRule.Left),
                MarkdownRows.Percent((double)book.CostRule.Left / book.Playable),
                MarkdownRows.Interval(book.CostRule.Selector),
                MarkdownRows.Interval(book.CostRule.Default));
        }

        text.Append('\n');
    }
}
