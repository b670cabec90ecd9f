using Ratchet.Reporting.Html.Writing;

namespace Ratchet.Reporting.Html.Sections;

/// <summary>The banner for synthetic data, the verdict, the warnings and the way to the sections.</summary>
internal static class HeaderSection
{
    public static void Write(HtmlDocument page, StudyReport model)
    {
        if (model.IsSynthetic)
        {
            page.Markup("<div class=\"synthetic\" role=\"note\"><div class=\"wrap\"><strong>SYNTHETIC DATA</strong>These bars were made by a generator. No figure on this page says anything about a real market.</div></div>\n");
        }

        var verdict = model.Verdict;
        page.Write($"<header class=\"wrap\"><p class=\"eyebrow\"><b>{model.Title}</b>");
        if (model.Subtitle.Length > 0)
        {
            page.Write($" · {model.Subtitle}");
        }

        page.Write($"</p><h1>{verdict.Headline}</h1><p class=\"lead\">{verdict.Explanation}</p>");
        if (verdict.Reasons.Count > 0)
        {
            page.Markup("<ul class=\"reasons\">");
            foreach (var reason in verdict.Reasons)
            {
                page.Write($"<li>{reason}</li>");
            }

            page.Markup("</ul>");
        }

        Warnings(page, [.. model.Warnings, .. ImplausibleResult.Find(model)]);
        Navigation(page, model);
        page.Markup("</header>\n");
    }

    private static void Warnings(HtmlDocument page, IReadOnlyList<string> warnings)
    {
        if (warnings.Count == 0)
        {
            return;
        }

        page.Write($"<div class=\"warnings\" role=\"note\"><h2>{(warnings.Count == 1 ? "Warning" : "Warnings")}</h2><ul>");
        foreach (var warning in warnings)
        {
            page.Write($"<li>{warning}</li>");
        }

        page.Markup("</ul></div>");
    }

    private static void Navigation(HtmlDocument page, StudyReport model)
    {
        page.Markup("<nav aria-label=\"Sections\">");
        Link(model.Comparison is not null, "baselines", "Baselines");
        Link(model.Equity.Count > 0, "equity", "Equity");
        Link(model.TopConfigurations.Count > 0, "configurations", "Configurations");
        Link(SearchSection.HasContent(model), "search", "Search");
        Link(model.Calibration.Count + model.Importance.Count > 0, "models", "Models");
        Link(model.Trades.Count > 0, "trades", "Trades");
        Link(model.Run is not null, "run", "Run");
        page.Markup("</nav>");

        void Link(bool isThere, string id, string name)
        {
            if (isThere)
            {
                page.Write($"<a href=\"#{id}\">{name}</a>");
            }
        }
    }
}
