using Ratchet.Reporting.Html.Writing;

namespace Ratchet.Reporting.Html.Sections;

/// <summary>Monthly returns: months in rows, years in columns, so that a phone has room. The strength of a cell's colour follows its size.</summary>
internal static class MonthTable
{
    private static readonly string[] Names = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

    public static void Write(HtmlDocument page, IReadOnlyList<ReportMonth> months)
    {
        if (months.Count == 0)
        {
            return;
        }

        var years = months.Select(month => month.Year).Distinct().Order().ToArray();
        var most = months.Select(month => Math.Abs(month.Return)).Where(double.IsFinite).DefaultIfEmpty(0).Max();
        page.Markup("<h3>Monthly returns</h3><div class=\"scroll block\"><table class=\"months\"><thead><tr><th></th>");
        foreach (var year in years)
        {
            page.Write($"<th scope=\"col\">{year}</th>");
        }

        page.Markup("</tr></thead><tbody>");
        for (var month = 1; month <= 12; month++)
        {
            page.Write($"<tr><th scope=\"row\">{Names[month - 1]}</th>");
            foreach (var year in years)
            {
                Cell(page, Find(months, year, month), most);
            }

            page.Markup("</tr>");
        }

        page.Markup("<tr><th scope=\"row\">Year</th>");
        foreach (var year in years)
        {
            var growth = months.Where(month => month.Year == year && double.IsFinite(month.Return)).Aggregate(1.0, (product, month) => product * (1 + month.Return));
            page.Write($"<td>{FigureText.Percent(growth - 1, signed: true)}</td>");
        }

        page.Markup("</tr></tbody></table></div>\n");
    }

    private static void Cell(HtmlDocument page, double value, double most)
    {
        if (double.IsNaN(value))
        {
            page.Markup("<td></td>");
            return;
        }

        // At most 45 %, so that the ink on top stays readable.
        var strength = most > 0 ? (int)Math.Round(45 * Math.Min(1, Math.Abs(value) / most)) : 0;
        page.Write($"<td class=\"{(value < 0 ? "loss" : "gain")}\" style=\"--a:{strength}%\">{FigureText.Percent(value, signed: true)}</td>");
    }

    private static double Find(IReadOnlyList<ReportMonth> months, int year, int month)
    {
        foreach (var entry in months)
        {
            if (entry.Year == year && entry.Month == month)
            {
                return entry.Return;
            }
        }

        return double.NaN;
    }
}
