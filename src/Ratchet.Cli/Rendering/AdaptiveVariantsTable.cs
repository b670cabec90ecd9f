using System.Text;
using Ratchet.Adaptation.Regimes;
using Ratchet.Lifecycle.Adaptation;

namespace Ratchet.Cli.Rendering;

/// <summary>The same signals under other assumptions.</summary>
internal static class AdaptiveVariantsTable
{
    public static void Write(StringBuilder text, ProfileStudyResult result)
    {
        text.Append("### Other assumptions\n\nR a trade on the same signals, the selector as above.\n\n");
        var options = result.Options;
        var rows = new MarkdownRows(text);
        rows.Head("assumption", "market", "signals", options.DefaultProfile, "best static (*hindsight*)", "random choice", "selector", "selector's gain", "oracle (*hindsight*)");
        foreach (var variant in result.Variants)
        {
            foreach (var book in variant.Books)
            {
                var best = options.Profiles[book.BestStatic].Name;
                var selector = book.Entry(StudyPolicy.Standard.Name);
                rows.Row(
                    variant.Name,
                    book.Book.Name,
                    MarkdownRows.Count(book.Playable),
                    MarkdownRows.Interval(book.Entry(options.DefaultProfile).Mean),
                    $"{MarkdownRows.Signed(book.Entry(best).Mean.Estimate)} {best}",
                    MarkdownRows.Signed(book.Entry("random choice").Mean.Estimate),
                    MarkdownRows.Interval(selector.Mean),
                    MarkdownRows.Interval(selector.Gain),
                    MarkdownRows.Signed(book.Entry("oracle by symbol and regime").Mean.Estimate));
            }
        }

        text.Append('\n');
        var quantiles = result.Variants.First(v => v.Name == StudyVariant.Quantiles);
        text.Append($"Share of the bars in each regime with {quantiles.Name}:\n\n");
        rows = new MarkdownRows(text);
        rows.Head(["market", .. RegimeNames.All]);
        foreach (var scan in quantiles.Scans)
        {
            rows.Row([$"{scan.Bars.Symbol} {scan.Bars.TimeFrame}", .. Enumerable.Range(0, RegimeNames.Count).Select(r => MarkdownRows.Percent(scan.Occupancy.Share((MarketRegime)r)))]);
        }

        text.Append('\n');
    }
}
