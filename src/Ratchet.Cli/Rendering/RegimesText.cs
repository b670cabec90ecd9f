using System.Globalization;
using Ratchet.Learning.Markov;
using Ratchet.Lifecycle.Regimes;
using Spectre.Console;

namespace Ratchet.Cli.Rendering;

/// <summary>A study of regimes as tables.</summary>
internal static class RegimesText
{
    public static void Write(TextWriter writer, string name, SealedPart left, RegimeStudyOptions options, RegimeStudyResult result)
    {
        writer.WriteLine($"Regimes of {name}");
        writer.WriteLine(
            $"fitted on   {PlainText.Time(result.FitTime.From)} to {PlainText.Time(result.FitTime.To)}, {PlainText.Count(result.FitRows, "bar")}");
        writer.WriteLine(
            $"reported on {PlainText.Time(result.ReportTime.From)} to {PlainText.Time(result.ReportTime.To)}, {PlainText.Count(result.ReportRows, "bar")} that no model below was fitted on, but for the refits");
        writer.WriteLine(
            $"sealed      {PlainText.Time(left.Time.From)} to {PlainText.Time(left.Time.To)}, {PlainText.Count(left.Bars, "bar")} of the hold-out that nothing here looks at");
        Selection(writer, result);
        Persistence(writer, result);
        Paths(writer, result);
        Lags(writer, result);
        Identity(writer, result.Identity);
        writer.WriteLine($"Seed {options.Seed}; jump penalty {Number(result.Jump.Penalty, "0.###")}; states run from the most rising to the most falling.");
    }

    /// <summary>What state k of n is called: the ends are bull and bear.</summary>
    public static string StateName(int state, int states) =>
        state == 0 ? "bull" : state == states - 1 ? "bear" : states == 3 ? "sideways" : $"middle {state}";

    private static void Selection(TextWriter writer, RegimeStudyResult result)
    {
        var shapes = result.Selection.Table.Select(c => c.Covariance).Distinct().ToArray();
        var table = ConsoleTable.Make("BIC by states (fit part)", [.. shapes.Select(s => s.ToString().ToLowerInvariant())]);
        foreach (var row in result.Selection.Table.GroupBy(c => c.States))
        {
            table.AddRow((string[])[$"{row.Key}", .. row.Select(c => Number(c.BayesianInformation, "N0") + (c == result.Selection.Best ? " *" : string.Empty))]);
        }

        ConsoleTable.Write(writer, table);
        writer.WriteLine(
            $"* least. Below: {result.Model.States} states, {result.Model.Covariance.ToString().ToLowerInvariant()} covariance; its {result.Starts.Count} starts reached a log-likelihood of {string.Join(", ", result.Starts.Select(s => Number(s.LogLikelihood, "N1")))}.");
    }

    private static void Persistence(TextWriter writer, RegimeStudyResult result)
    {
        var table = ConsoleTable.Make("HMM state", "trend 20 | 60", "stays (p)", "1 / (1 - p)", "occupancy | after", "mean dwell | after", "median | after");
        for (var k = 0; k < result.Model.States; k++)
        {
            var (seen, after) = (result.InSample.States[k], result.OutOfSample.States[k]);
            var d = result.Model.Dimensions;
            table.AddRow(
                StateName(k, result.Model.States),
                $"{Number(result.Model.Means[k * d], "+0.00;-0.00;0.00")} | {Number(result.Model.Means[(k * d) + 1], "+0.00;-0.00;0.00")}",
                Percent(seen.SelfTransition),
                Number(seen.ExpectedDuration, "0.0"),
                $"{Percent(seen.Occupancy)} | {Percent(after.Occupancy)}",
                $"{Number(seen.MeanDwell, "0.0")} | {Number(after.MeanDwell, "0.0")}",
                $"{Number(seen.MedianDwell, "0.#")} | {Number(after.MedianDwell, "0.#")}");
        }

        ConsoleTable.Write(writer, table);
        table = ConsoleTable.Make("next state foretold", "fit part", "\"stays\"", "after it", "\"stays\"");
        Row("against the next filtered state", r => r.NextStateAccuracy, r => r.StayAccuracy);
        Row("against the next Viterbi state", r => r.NextViterbiAccuracy, r => r.StayViterbiAccuracy);
        ConsoleTable.Write(writer, table);

        void Row(string name, Func<PersistenceReport, double> model, Func<PersistenceReport, double> stay) => table.AddRow(
            name, Percent(model(result.InSample)), Percent(stay(result.InSample)), Percent(model(result.OutOfSample)), Percent(stay(result.OutOfSample)));
    }

    private static void Paths(TextWriter writer, RegimeStudyResult result)
    {
        var names = Enumerable.Range(0, result.Model.States).Select(k => StateName(k, result.Model.States)).ToArray();
        var table = ConsoleTable.Make("after the fit part", "knows", "switches a year", "mean dwell", $"share {string.Join(" | ", names)}", "next bar, bp");
        foreach (var path in result.Paths)
        {
            table.AddRow(
                path.Name,
                path.Causal ? "the past" : "the future too",
                Number(path.SwitchesPerYear, "0"),
                Number(path.MeanDwell, "0.0"),
                string.Join(" | ", path.Shares.Select(Percent)),
                path.Causal ? string.Join(" | ", path.MeanNextReturns.Select(r => Number(r * 1e4, "+0.00;-0.00;0.00"))) : "no forecast");
        }

        ConsoleTable.Write(writer, table);
        writer.WriteLine($"The two that know the past agree on {Percent(result.CausalAgreement)} of the bars.");
    }

    private static void Lags(TextWriter writer, RegimeStudyResult result)
    {
        var table = ConsoleTable.Make("lag after the fit part", "against (analysis only)", "agreement", "best shift", "agreement there", "mean delay", "median", "missed");
        foreach (var lag in result.Lags)
        {
            table.AddRow(
                lag.Name,
                lag.Reference,
                Percent(lag.Agreement),
                lag.Shift.ToString(CultureInfo.InvariantCulture),
                Percent(lag.ShiftedAgreement),
                Number(lag.MeanDelay, "0.0"),
                Number(lag.MedianDelay, "0.#"),
                Percent(lag.Missed));
        }

        ConsoleTable.Write(writer, table);
    }

    private static void Identity(TextWriter writer, RegimeIdentity identity)
    {
        writer.WriteLine(
            $"Identity over {identity.Agreements.Count} refits, each on {identity.WindowBars:N0} bars ({identity.Covariance.ToString().ToLowerInvariant()} covariance, by BIC on the first of them) and {identity.StepBars:N0} after the one before: neighbouring fits name the same state on {Percent(identity.Mean)} of the {identity.OverlapBars:N0} bars both saw (least {Percent(identity.Least)}); {Percent(identity.UnmatchedAgreements.Average())} as fresh fits number them.");
        writer.WriteLine($"Matching renamed {identity.Renamed} of them; {identity.Continued} went on from the model before.");
    }

    private static string Percent(double share) => double.IsFinite(share) ? (share * 100).ToString("0.0", CultureInfo.InvariantCulture) + " %" : "-";

    private static string Number(double value, string format) => double.IsFinite(value) ? value.ToString(format, CultureInfo.InvariantCulture) : "-";
}
