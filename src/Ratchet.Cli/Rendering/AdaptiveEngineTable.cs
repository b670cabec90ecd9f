using System.Text;
using Ratchet.Lifecycle.Adaptation;

namespace Ratchet.Cli.Rendering;

/// <summary>Runs through the engine, and what the advisor's advice was worth.</summary>
internal static class AdaptiveEngineTable
{
    public static void Write(StringBuilder text, ProfileStudyResult result)
    {
        if (result.Options.EngineSeeds == 0)
        {
            return;
        }

        text.Append("## Through the engine\n\n");
        text.Append("All strategies over one balance, one position for each strategy and symbol, the same session as paper trading. 1 R is 0.05 % of the equity over the number of symbols, small enough that\n");
        text.Append("limits on value seldom cut and runs can be compared; the account's breakers (daily loss, drawdown, losing run) are wide open so that no run ends early. With a profile, the strategies' own exit signals are off; *own exits* are the strategies' own plans and exit signals.\n");
        text.Append($"Policies are pooled and learn from all profiles unless said otherwise; those that draw are the mean of {result.Options.EngineSeeds} seeds. Rows have different trades, because an open position keeps the next signal out.\n\n");
        foreach (var book in result.Whole)
        {
            Full(text, result, book);
        }

        EachMarket(text, result);
        EachStrategy(text, result);
        Advisor(text, result);
    }

    private static void Full(StringBuilder text, ProfileStudyResult result, StudyBookResult book)
    {
        text.Append($"### {book.Book.Name}\n\n");
        var rows = new MarkdownRows(text);
        rows.Head("run", "trades", "a month", "R a trade", "total R", "net return", "maximum drawdown", "explored");
        var best = Best(result, book);
        foreach (var row in book.Engine)
        {
            rows.Row(
                row.Name + (row == best ? " (best static, *hindsight*)" : row.Hindsight ? " (*hindsight*)" : string.Empty),
                MarkdownRows.Count(row.Trades),
                MarkdownRows.Number(row.Trades / book.Months, "0"),
                MarkdownRows.Interval(row.Mean),
                MarkdownRows.Signed(row.TotalR, "0"),
                MarkdownRows.Change(row.NetReturn),
                MarkdownRows.Percent(row.MaximumDrawdown),
                double.IsNaN(row.Explored) ? string.Empty : MarkdownRows.Percent(row.Explored));
        }

        text.Append('\n');
    }

    private static EngineRow Best(ProfileStudyResult result, StudyBookResult book) =>
        book.Engine.Where(r => result.Options.Profiles.Any(p => p.Name == r.Name)).MaxBy(r => r.Mean.Estimate)!;

    private static void EachMarket(StringBuilder text, ProfileStudyResult result)
    {
        string[] names = ["own exits", result.Options.DefaultProfile, StudyPolicy.Standard.Name, "oracle by symbol and regime"];
        text.Append("### Each market alone\n\nR a trade and net return.\n\n");
        var rows = new MarkdownRows(text);
        rows.Head(["market", .. names.Select(n => n == StudyPolicy.Standard.Name ? "selector" : n.StartsWith("oracle", StringComparison.Ordinal) ? "oracle (*hindsight*)" : n), "selector's trades a month"]);
        foreach (var book in result.Books)
        {
            rows.Row(
            [
                book.Book.Name,
                .. names.Select(n => book.Engine.First(r => r.Name == n)).Select(r => $"{MarkdownRows.Interval(r.Mean)}, {MarkdownRows.Change(r.NetReturn)}"),
                MarkdownRows.Number(book.Engine.First(r => r.Name == StudyPolicy.Standard.Name).Trades / book.Months, "0"),
            ]);
        }

        text.Append('\n');
    }

    private static void EachStrategy(StringBuilder text, ProfileStudyResult result)
    {
        if (result.Alone.Count == 0)
        {
            return;
        }

        string[] names = ["own exits", result.Options.DefaultProfile, StudyPolicy.Standard.Name, "own exits, advisor"];
        text.Append("### Each strategy alone on its balance\n\nR a trade and trades a month.\n\n");
        var rows = new MarkdownRows(text);
        rows.Head(["market", "strategy", .. names.Select(n => n == StudyPolicy.Standard.Name ? "selector" : n)]);
        foreach (var one in result.Alone)
        {
            rows.Row(
            [
                one.Book,
                one.Strategy,
                .. names.Select(n => one.Result.Engine.First(r => r.Name == n))
                    .Select(r => $"{MarkdownRows.Interval(r.Mean)}, {MarkdownRows.Number(r.Trades / one.Result.Months, "0")}"),
            ]);
        }

        text.Append('\n');
    }

    private static void Advisor(StringBuilder text, ProfileStudyResult result)
    {
        text.Append("### The advisor\n\n");
        text.Append("Default settings. *Shadow* and *gain*: its trades, weighed by its multipliers, against all signals it judged, those it kept out followed without money; of the first seed. *Nine tenths of them by*: the share of the time by which nine tenths of the trades were entered; where it is early, trading stopped. *Without it*: the engine's run without the advisor.\n\n");
        var rows = new MarkdownRows(text);
        rows.Head("market", "run", "kept out", "trades", "nine tenths of them by", "R a trade", "shadow, R a trade", "gain a trade", "gain in total R", "without it: trades", "R a trade", "net return, with \\| without", "drawdown, with \\| without");
        foreach (var book in result.Books)
        {
            foreach (var row in book.Engine.Where(r => r.Effect is not null))
            {
                var without = book.Engine.First(r => r.Name == row.Without);
                rows.Row(
                    book.Book.Name,
                    row.Name,
                    MarkdownRows.Percent(row.Filtered),
                    MarkdownRows.Count(row.Trades),
                    MarkdownRows.Percent(row.NineTenthsBy, "0"),
                    MarkdownRows.Interval(row.Mean),
                    MarkdownRows.Signed(row.Effect!.Unadvised.Expectancy),
                    MarkdownRows.Signed(row.Effect.ExpectancyGain),
                    MarkdownRows.Signed(row.Effect.TotalGain, "0"),
                    MarkdownRows.Count(without.Trades),
                    MarkdownRows.Signed(without.Mean.Estimate),
                    $"{MarkdownRows.Change(row.NetReturn)} \\| {MarkdownRows.Change(without.NetReturn)}",
                    $"{MarkdownRows.Percent(row.MaximumDrawdown)} \\| {MarkdownRows.Percent(without.MaximumDrawdown)}");
            }
        }

        var same = result.Books.Count(b => b.SilentIsNone == true);
        text.Append($"\nAn advisor with its three switches off gave the orders of a run without it, by the hash over all orders, fills and closed positions, in {same} of {result.Books.Count} books.\n");
    }
}
