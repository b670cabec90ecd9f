using System.Globalization;
using System.Text;
using Ratchet.Validation.Significance;

namespace Ratchet.Cli.Rendering;

/// <summary>A table in Markdown, written as it comes.</summary>
internal sealed class MarkdownRows(StringBuilder output)
{
    public void Head(params string[] headings)
    {
        Row(headings);
        output.Append('|');
        for (var i = 0; i < headings.Length; i++)
        {
            output.Append(i == 0 ? "---|" : "---:|");
        }

        output.Append('\n');
    }

    public void Row(params string[] cells) => output.Append("| ").AppendJoin(" | ", cells).Append(" |\n");

    public static string Signed(double value, string format = "0.000") =>
        double.IsFinite(value) ? value.ToString($"+{format};-{format};{format}", CultureInfo.InvariantCulture) : "-";

    public static string Number(double value, string format = "0.0") => double.IsFinite(value) ? value.ToString(format, CultureInfo.InvariantCulture) : "-";

    public static string Percent(double share, string format = "0.0") => double.IsFinite(share) ? (100 * share).ToString(format, CultureInfo.InvariantCulture) + " %" : "-";

    public static string Change(double share) => double.IsFinite(share) ? Signed(100 * share, "0.0") + " %" : "-";

    public static string Interval(ConfidenceInterval interval) =>
        double.IsFinite(interval.Estimate) ? $"{Signed(interval.Estimate)} [{Signed(interval.Lower)}, {Signed(interval.Upper)}]" : "-";

    public static string Count(double value) => value.ToString("#,##0", CultureInfo.InvariantCulture);
}
