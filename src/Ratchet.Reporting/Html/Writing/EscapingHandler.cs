using System.Runtime.CompilerServices;
using Ratchet.Reporting.Charts;

namespace Ratchet.Reporting.Html.Writing;

/// <summary>Writes an interpolated string with every hole escaped, so that markup can come from literals only.</summary>
[InterpolatedStringHandler]
internal readonly ref struct EscapingHandler(int literalLength, int formattedCount, HtmlDocument document)
{
    private readonly HtmlDocument _document = document.Reserve(literalLength + (formattedCount * 12));

    public void AppendLiteral(string value) => _document.Markup(value);

    public void AppendFormatted(string? value) => _document.Markup(XmlText.Escape(value));

    public void AppendFormatted(int value) => _document.Markup(value.ToString());

    public void AppendFormatted(Markup value) => _document.Markup(value.Value);
}
