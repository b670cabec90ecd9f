using System.Globalization;
using System.Text;
using Ratchet.Adaptation.Decomposition;
using Ratchet.Adaptation.Regimes;

namespace Ratchet.Adaptation.Monitor;

/// <summary>Reports as comma-separated text: a heading, one line a row, numbers to the last digit, times in milliseconds since 1970-01-01 UTC, undefined numbers empty.</summary>
public static class AdvisorCsv
{
    private const string FigureNames = "trades,win_rate,expectancy_r,profit_factor,sharpe,drawdown_r,losing_run,longest_losing_run,profit,fees";

    /// <summary>The strategies.</summary>
    /// <param name="report">The report.</param>
    public static string Strategies(AdvisorReport report)
    {
        var text = new StringBuilder($"strategy,status,since,base_weight,weight,share,{FigureNames}\n");
        foreach (var s in report.Strategies)
        {
            Line(text, [s.Name, s.Status.ToString().ToUpperInvariant(), s.Since, s.BaseWeight, s.Weight, s.Share, .. Figures(s.Figures)]);
        }

        return text.ToString();
    }

    /// <summary>The regimes.</summary>
    /// <param name="report">The report.</param>
    public static string Regimes(AdvisorReport report)
    {
        var text = new StringBuilder($"regime,average_weight,{FigureNames}\n");
        foreach (var r in report.Regimes)
        {
            Line(text, [RegimeNames.Of(r.Regime), r.AverageWeight, .. Figures(r.Figures)]);
        }

        return text.ToString();
    }

    /// <summary>The history of weights.</summary>
    /// <param name="report">The report.</param>
    public static string Weights(AdvisorReport report)
    {
        var text = new StringBuilder("time,strategy,regime,before,after,target,composite,trades,reason\n");
        foreach (var c in report.WeightHistory)
        {
            Line(text, [c.Time, report.Strategies[c.Strategy].Name, RegimeNames.Of(c.Regime), c.Before, c.After, c.Target, c.Composite, c.Trades, c.Reason.ToString()]);
        }

        return text.ToString();
    }

    /// <summary>The audit.</summary>
    /// <param name="report">The report.</param>
    public static string Audit(AdvisorReport report)
    {
        var text = new StringBuilder("time,kind,subject,from,to,by,why,numbers\n");
        foreach (var e in report.Audit)
        {
            Line(text, [e.Time, e.Kind.ToString(), e.Subject, e.From, e.To, e.By, e.Why, e.Numbers]);
        }

        return text.ToString();
    }

    private static object[] Figures(in PerformanceFigures f) =>
        [f.Trades, f.WinRate, f.Expectancy, f.ProfitFactor, f.Sharpe, f.Drawdown, f.LosingRun, f.LongestLosingRun, f.Profit, f.Fees];

    private static void Line(StringBuilder text, object[] values) => text.AppendJoin(',', values.Select(Field)).Append('\n');

    private static string Field(object value) => value switch
    {
        double number => double.IsFinite(number) ? number.ToString("R", CultureInfo.InvariantCulture) : double.IsNaN(number) ? string.Empty : number > 0 ? "inf" : "-inf",
        string word => word.AsSpan().IndexOfAny(",\"\r\n") >= 0 ? $"\"{word.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : word,
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? string.Empty,
    };
}
