using Ratchet.Reporting.Html.Writing;

namespace Ratchet.Reporting.Html.Sections;

/// <summary>Results that are too good to be believed, each as a warning with its likely causes.</summary>
internal static class ImplausibleResult
{
    private const double MostAnnualReturn = 10;
    private const double MostSharpe = 6;

    public static IReadOnlyList<string> Find(StudyReport model)
    {
        var warnings = new List<string>();
        if (model.Comparison is { Contenders.Count: > 0 } comparison)
        {
            var result = comparison.Contenders[0];
            Check(warnings, result.Name, ReportStage.InSample, result.OutOfSample is null ? null : result.InSample);
            Check(warnings, result.Name, ReportStage.OutOfSample, result.OutOfSample);
            Check(warnings, result.Name, ReportStage.HoldOut, comparison.HoldOutOpenedAt is null ? null : result.HoldOut);
        }

        foreach (var configuration in model.TopConfigurations)
        {
            Check(warnings, configuration.Name, ReportStage.InSample, configuration.InSample);
            Check(warnings, configuration.Name, ReportStage.OutOfSample, configuration.OutOfSample);
        }

        return warnings;
    }

    private static void Check(List<string> warnings, string name, ReportStage stage, ReportFigures? figures)
    {
        if (figures is null)
        {
            return;
        }

        var findings = new List<string>();
        if (figures.AnnualReturn > MostAnnualReturn)
        {
            findings.Add($"an annual return of {FigureText.Percent(figures.AnnualReturn, 0)}");
        }

        if (figures.Sharpe > MostSharpe)
        {
            findings.Add($"a Sharpe ratio of {FigureText.Number(figures.Sharpe)}");
        }

        if (figures.MaxDrawdown == 0 && figures.Trades > 0)
        {
            findings.Add("a drawdown of zero");
        }

        if (findings.Count > 0)
        {
            var list = string.Join(" and ", findings);
            warnings.Add($"{name}, {StageText.Name(stage).ToLowerInvariant()} ({StageText.Kind(stage)}): {list} is not plausible. Likely causes: a feature or label that looks ahead, costs left out, fills at prices nobody would get, or too few trades.");
        }
    }
}
