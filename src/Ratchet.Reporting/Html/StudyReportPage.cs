using Ratchet.Reporting.Html.Sections;
using Ratchet.Reporting.Html.Writing;

namespace Ratchet.Reporting.Html;

/// <summary>
/// Renders a study as one self-contained page: no script, nothing loaded from elsewhere, light and dark by the reader's
/// preference, readable on a phone and on paper. The same model gives the same characters.
/// </summary>
public static class StudyReportPage
{
    /// <summary>The page as HTML that is also well-formed XML. All text of the model is escaped.</summary>
    /// <param name="model">What to show.</param>
    public static string Render(StudyReport model)
    {
        var page = new HtmlDocument();
        page.Write($"<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"/><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>");
        page.Write($"<meta name=\"color-scheme\" content=\"light dark\"/><title>{model.Verdict.Headline} · {model.Title}</title><style>{new Markup(PageStyle.Sheet)}</style></head>\n<body>");
        HeaderSection.Write(page, model);
        page.Markup("<main class=\"wrap\">\n");
        ComparisonSection.Write(page, model.Comparison);
        EquitySection.Write(page, model.Equity);
        ConfigurationSection.Write(page, model.TopConfigurations);
        SearchSection.Write(page, model);
        ModelSection.Write(page, model.Calibration, model.Importance);
        TradeSection.Write(page, model.Trades);
        RunSection.Write(page, model.Run);
        page.Markup("</main><footer class=\"wrap\">Past results, in-sample or out-of-sample, do not promise future ones.</footer></body></html>\n");
        return page.ToString();
    }
}
