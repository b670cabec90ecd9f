using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Text;

namespace Ratchet.Reporting.Html.Writing;

/// <summary>Collects the markup of a page.</summary>
internal sealed class HtmlDocument
{
    private readonly StringBuilder _text = new(1 << 18);

    public void Markup(string markup) => _text.Append(markup);

    /// <summary>Writes a template whose holes are escaped.</summary>
    [SuppressMessage("Performance", "CA1822:Mark members as static", Justification = "The handler's constructor receives this document.")]
    public void Write([InterpolatedStringHandlerArgument("")] EscapingHandler template)
    {
        // The handler wrote while it was built.
        _ = template;
    }

    public HtmlDocument Reserve(int length)
    {
        _text.EnsureCapacity(_text.Length + length);
        return this;
    }

    public override string ToString() => _text.ToString();
}
