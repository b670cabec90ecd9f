using Ratchet.Adaptation.Regimes;
using Ratchet.Cli.Commands;
using Spectre.Console;
using MarkovOptions = Ratchet.Features.Regimes.RegimeOptions;

namespace Ratchet.Cli.Rendering;

/// <summary>The regimes of a series as tables.</summary>
internal static class RegimeSurveyText
{
    private static readonly MarkovState[] States = Enum.GetValues<MarkovState>();

    public static void Write(TextWriter writer, string name, SealedPart left, MarkovOptions model, RegimeSurveyRun result)
    {
        var survey = result.Survey;
        var days = (result.Time.To - result.Time.From) / 8.64e7;
        writer.WriteLine($"Regimes of {name}, by the rules of the selector");
        writer.WriteLine($"looked at {PlainText.Time(result.Time.From)} to {PlainText.Time(result.Time.To)}, {PlainText.Count(survey.TotalBars, "bar")} of {result.Frame}");
        writer.WriteLine($"sealed    {PlainText.Time(left.Time.From)} to {PlainText.Time(left.Time.To)}, {PlainText.Count(left.Bars, "bar")} of the hold-out that nothing here looks at");
        Occupancy(writer, survey);
        writer.WriteLine($"{PlainText.Count(survey.Changes, "change")}, {SelectorText.Number(survey.Changes / days, "0.0")} a day. A stay that has not ended is not counted.");
        writer.WriteLine();
        Changes(writer, survey);
        Last(writer, result);
        Agreement(writer, survey.Agreement, model);
    }

    private static MarketRegime[] Seen(RegimeSurvey survey) => [.. Enum.GetValues<MarketRegime>().Where(r => survey.Bars(r) > 0)];

    private static void Occupancy(TextWriter writer, RegimeSurvey survey)
    {
        var table = ConsoleTable.Make("regime", "bars", "share of time", "stays", "mean stay", "median", "longest", "mean confidence");
        foreach (var regime in Seen(survey))
        {
            var (mean, median, longest) = survey.Dwell(regime);
            table.AddRow(
                RegimeNames.Of(regime),
                $"{survey.Bars(regime):N0}",
                SelectorText.Percent(survey.Share(regime)),
                $"{survey.Stays(regime):N0}",
                SelectorText.Number(mean, "0.0"),
                SelectorText.Number(median, "0"),
                SelectorText.Number(longest, "N0"),
                SelectorText.Percent(survey.MeanConfidence(regime)));
        }

        ConsoleTable.Write(writer, table);
    }

    private static void Changes(TextWriter writer, RegimeSurvey survey)
    {
        var seen = Seen(survey);
        writer.WriteLine("What followed what (share of the changes out of the regime at the left)");
        var table = ConsoleTable.Make("from", [.. seen.Select(r => RegimeNames.Of(r))]);
        foreach (var from in seen)
        {
            var all = seen.Sum(to => survey.Transitions(from, to));
            table.AddRow([RegimeNames.Of(from), .. seen.Select(to => from == to || all == 0 ? "-" : SelectorText.Number(100.0 * survey.Transitions(from, to) / all, "0") + " %")]);
        }

        ConsoleTable.Write(writer, table);
        writer.WriteLine();
    }

    private static void Last(TextWriter writer, RegimeSurveyRun result)
    {
        var last = result.Last;
        writer.WriteLine(
            $"At {PlainText.Time(result.Time.To)}: {RegimeNames.Of(last.Regime)} for {PlainText.Count(last.BarsIn, "bar")}, daily-equivalent ATR {SelectorText.Percent(last.DailyAtr)}");
        foreach (var (regime, share) in RegimeNames.All.Select((n, i) => (n, last.Confidences[i])).Where(c => c.Item2 >= 0.0005).OrderByDescending(c => c.Item2))
        {
            writer.WriteLine($"  {regime,-16} {SelectorText.Percent(share),7}");
        }

        writer.WriteLine();
    }

    private static void Agreement(TextWriter writer, RegimeAgreement agreement, MarkovOptions model)
    {
        writer.WriteLine("Beside the hidden Markov model's likeliest state (bars)");
        var table = ConsoleTable.Make("regime by rules", "bull", "sideways", "bear");
        foreach (var regime in Enum.GetValues<MarketRegime>().Where(r => States.Any(s => agreement.Count(r, s) > 0)))
        {
            table.AddRow([RegimeNames.Of(regime), .. States.Select(s => $"{agreement.Count(regime, s):N0}")]);
        }

        ConsoleTable.Write(writer, table);
        writer.WriteLine(agreement.Judged == 0
            ? $"No bar can be judged: the model is first fitted after {PlainText.Count(model.MinimumBars, "bar")}, and knows trends and ranges only."
            : $"They agree on {SelectorText.Percent(agreement.Share)} of {PlainText.Count(agreement.Judged, "bar")} in trends and ranges; chance alone would give {SelectorText.Percent(agreement.Chance)} (kappa {SelectorText.Number(agreement.Kappa, "0.00")}).");
        writer.WriteLine(
            $"TREND_UP is to be bull, TREND_DOWN bear, both ranges sideways. The model sees trends of 20 and 60 bars; its probabilities are filtered, fitted on the {model.WindowBars:N0} bars");
        writer.WriteLine($"before, anew every {model.RefitEveryBars:N0}: nothing looks ahead. Rules and model measure different things; neither is the truth.");
    }
}
