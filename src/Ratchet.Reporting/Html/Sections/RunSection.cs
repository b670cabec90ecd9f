using Ratchet.Reporting.Html.Writing;

namespace Ratchet.Reporting.Html.Sections;

/// <summary>What is needed to run the study again.</summary>
internal static class RunSection
{
    public static void Write(HtmlDocument page, ReportRun? run)
    {
        if (run is null)
        {
            return;
        }

        page.Markup("<section id=\"run\"><h2>Run</h2><p class=\"note\">The same data, seed, code and configuration give the same figures, whatever the number of cores.</p><dl class=\"facts\">");
        foreach (var (name, value) in run.Facts)
        {
            page.Write($"<dt>{name}</dt><dd>{value}</dd>");
        }

        page.Markup("</dl>");
        if (run.Command.Length > 0)
        {
            page.Write($"<h3>Run it again</h3><pre>{run.Command}</pre>");
        }

        page.Markup("</section>\n");
    }
}
