using System.Globalization;
using Ratchet.Lifecycle.Selection;
using Spectre.Console;

namespace Ratchet.Cli.Rendering;

/// <summary>A selection of features as tables.</summary>
internal static class SelectionText
{
    public static void Write(TextWriter writer, string series, SelectionReport report, string path)
    {
        Features(writer, report);
        Nested(writer, report);
        if (report.Regimes.Count > 0)
        {
            Regimes(writer, report);
        }

        var stability = report.Stability;
        writer.WriteLine(
            $"Stability over {report.Options.Folds} folds (1 is the same in all): Spearman {Number(stability.Spearman)}, Kendall {Number(stability.Kendall)}, best {stability.Top} shared {Number(stability.TopOverlap)}, chosen sets {Number(stability.Nogueira)} (Nogueira).");
        writer.WriteLine(
            $"{series}: {report.Selected.Count} of {report.Features.Count} features kept on {report.Rows:N0} rows; {Dropped(SelectionRule.Correlated)} correlated above {Number(report.Options.MaximumCorrelation)}, {Dropped(SelectionRule.SmallShare)} with a share below {Percent(report.Options.LeastShare)} dropped.");
        writer.WriteLine($"Written to {path}; use it with -c {path}{(Path.GetFileName(path) == "feature_config.json" ? string.Empty : ", once it is named feature_config.json")}.");

        int Dropped(SelectionRule rule) => report.Features.Count(f => f.Rule == rule);
    }

    private static void Features(TextWriter writer, SelectionReport report)
    {
        var table = ConsoleTable.Make("feature", "share", "among all", "impurity (biased)", "folds", "verdict");
        table.Columns[5].LeftAligned();
        foreach (var feature in report.Features.OrderBy(f => f.Kept ? 0 : f.Rule == SelectionRule.SmallShare ? 1 : 2)
            .ThenByDescending(f => double.IsNaN(f.Share) ? f.FirstShare : f.Share))
        {
            table.AddRow(
                Markup.Escape(feature.Name),
                Percent(feature.Share),
                Percent(feature.FirstShare),
                Percent(feature.ImpurityShare),
                double.IsNaN(feature.Share) ? "-" : $"{feature.ChosenFolds} of {report.Options.Folds}",
                Markup.Escape(Verdict(feature)));
        }

        ConsoleTable.Write(writer, table);
    }

    private static string Verdict(FeatureVerdict feature) => feature.Rule switch
    {
        SelectionRule.Share => "kept",
        SelectionRule.Minimum => "kept for the minimum",
        SelectionRule.Correlated => $"dropped: {feature.Correlation.ToString("+0.000;-0.000", CultureInfo.InvariantCulture)} with {feature.Twin}",
        _ => "dropped: small share",
    };

    private static void Nested(TextWriter writer, SelectionReport report)
    {
        var table = ConsoleTable.Make("on folds that the ranking has not seen", "rows", "features", "skill, all", "chosen", "better in", "loss: all | chosen | base");
        foreach (var model in report.Nested.GroupBy(n => n.Target))
        {
            table.AddRow(
                model.Key,
                $"{model.Sum(n => n.Rows):N0}",
                string.Join(", ", model.Select(n => n.SelectedFeatures)),
                Percent(model.Average(n => n.WholeSkill)),
                Percent(model.Average(n => n.SelectedSkill)),
                $"{model.Count(n => n.SelectedLoss < n.WholeLoss)} of {model.Count()}",
                $"{Loss(model.Average(n => n.WholeLoss))} | {Loss(model.Average(n => n.SelectedLoss))} | {Loss(model.Average(n => n.BaseLoss))}");
        }

        ConsoleTable.Write(writer, table);
        writer.WriteLine("Skill is the share of the loss of a constant (base) that is taken away; below 0 the model does harm. The set was chosen anew for each of these folds, without it.");
    }

    private static void Regimes(TextWriter writer, SelectionReport report)
    {
        var table = ConsoleTable.Make($"regimes: {string.Join(" | ", report.RegimeNames)}", "training", "test");
        foreach (var split in report.Regimes)
        {
            table.AddRow($"fold {split.Fold}", string.Join(" | ", split.Training.Select(Percent)), string.Join(" | ", split.Test.Select(Percent)));
        }

        ConsoleTable.Write(writer, table);
    }

    private static string Percent(double share) => double.IsFinite(share) ? (share * 100).ToString("0.0", CultureInfo.InvariantCulture) + " %" : "-";

    private static string Number(double value) => double.IsFinite(value) ? value.ToString("0.00", CultureInfo.InvariantCulture) : "-";

    private static string Loss(double value) => double.IsFinite(value) ? value.ToString("0.0000", CultureInfo.InvariantCulture) : "-";
}
