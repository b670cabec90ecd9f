using System.Text;
using Ratchet.Adaptation.Regimes;
using Ratchet.Lifecycle.Adaptation;
using Ratchet.Market.Time;

namespace Ratchet.Cli.Rendering;

/// <summary>A study of the adaptive layer as a page of Markdown. The same result gives the same bytes.</summary>
internal static class AdaptiveTable
{
    public static string Of(ProfileStudyResult result)
    {
        var text = new StringBuilder();
        text.Append("# The adaptive layer on bars\n\n");
        text.Append("What `ratchet selector study` found. All policies learn as they go: nothing is fitted beforehand, and a result is known when its position is closed.\n");
        text.Append("Rows marked *hindsight* know what nobody can know beforehand; they are yardsticks, not results. Results are in R, multiples of the money between entry and first stop,\n");
        text.Append($"fees of {MarkdownRows.Percent(result.Options.Venue.TakerFee, "0.00")} and slippage of {MarkdownRows.Number(result.Options.Venue.SlippageBps)} hundredths of a per cent a side paid. ");
        text.Append($"Intervals hold {MarkdownRows.Percent(result.Options.Confidence, "0")} of {MarkdownRows.Count(result.Options.Resamples)} resamples (stationary bootstrap of whole days, the block length chosen from the data).\n\n");
        AdaptiveFindings.Write(text, result);
        Markets(text, result);
        Regimes(text, result);
        AdaptiveEntriesTable.Write(text, result);
        AdaptiveEngineTable.Write(text, result);
        return text.ToString();
    }

    private static void Markets(StringBuilder text, ProfileStudyResult result)
    {
        text.Append("## Markets\n\n");
        text.Append($"Strategies: {string.Join(", ", result.Options.Strategies.Select(s => s.Name))}, each with its default settings. A signal is one that passes its strategy's thresholds; it is traded where the regime is not ILLIQUID or UNKNOWN.\n\n");
        var rows = new MarkdownRows(text);
        rows.Head("market", "bars", "from", "to", "signals", "traded", "signals a month", "median cost of a round trip over a stop of 1 ATR");
        foreach (var book in result.Books)
        {
            var scans = book.Book.Places.Select(p => result.Scans[p].Bars).ToArray();
            rows.Row(
                book.Book.Name,
                MarkdownRows.Count(scans.Sum(s => (double)s.Count)),
                Date(scans.Min(s => s.OpenTime[0])),
                Date(scans.Max(s => s.OpenTime[^1])),
                MarkdownRows.Count(book.Signals),
                MarkdownRows.Count(book.Playable),
                MarkdownRows.Number(book.Signals / book.Months, "0"),
                MarkdownRows.Percent(book.CostRule.MedianShare, "0"));
        }

        text.Append('\n');
    }

    private static void Regimes(StringBuilder text, ProfileStudyResult result)
    {
        text.Append("## Regimes\n\nShare of the bars in each regime by the rules, and the mean stay in bars.\n\n");
        var rows = new MarkdownRows(text);
        rows.Head(["market", .. RegimeNames.All, "changes a day"]);
        foreach (var scan in result.Scans)
        {
            var occupancy = scan.Occupancy;
            var days = scan.Bars.Count * (double)scan.Bars.TimeFrame.Minutes / 1440;
            rows.Row(
            [
                Name(scan),
                .. Enumerable.Range(0, RegimeNames.Count).Select(r => occupancy.Bars((MarketRegime)r) == 0
                    ? "-"
                    : $"{MarkdownRows.Percent(occupancy.Share((MarketRegime)r))}, {MarkdownRows.Number(occupancy.MeanDwell((MarketRegime)r), "0")}"),
                MarkdownRows.Number(occupancy.Switches / days),
            ]);
        }

        text.Append('\n');
        Agreement(text, result);
    }

    private static void Agreement(StringBuilder text, ProfileStudyResult result)
    {
        if (result.Options.MarkovRegimes is not { } model)
        {
            return;
        }

        text.Append($"Agreement with the hidden Markov model of {model.States} states, filtered bar by bar, fitted anew every {MarkdownRows.Count(model.RefitEveryBars)} bars on the {MarkdownRows.Count(model.WindowBars)} before: ");
        text.Append("TREND_UP against its rising state, TREND_DOWN against its falling one, both ranges against the rest. Bars in other regimes and before the first fit are not compared. ");
        text.Append("Kappa is agreement beyond chance: 0 is chance, 1 is full. The last three columns are the model's agreement with what the rules call so.\n\n");
        var rows = new MarkdownRows(text);
        rows.Head("market", "bars compared", "agree", "by chance", "kappa", "TREND_UP", "TREND_DOWN", "ranges");
        foreach (var scan in result.Scans)
        {
            var agreement = scan.Agreement!;
            rows.Row(
                Name(scan),
                MarkdownRows.Count(agreement.Bars),
                MarkdownRows.Percent(agreement.Share),
                MarkdownRows.Percent(agreement.Chance),
                MarkdownRows.Number(agreement.Kappa, "0.00"),
                MarkdownRows.Percent(agreement.ShareOf(0)),
                MarkdownRows.Percent(agreement.ShareOf(1)),
                MarkdownRows.Percent(agreement.ShareOf(2)));
        }

        text.Append('\n');
    }

    private static string Name(SymbolScan scan) => $"{scan.Bars.Symbol} {scan.Bars.TimeFrame}";

    private static string Date(long time) => UtcTime.Format(time)[..10];
}
