namespace Ratchet.Reporting.Charts;

/// <summary>
/// A picture as data: what to draw is in the record, <see cref="Render"/> turns it into SVG text. The same record and
/// size give the same characters on every machine. Colours are classes (see <see cref="ChartStyleSheet"/>).
/// </summary>
public abstract record Chart
{
    /// <summary>The name of the picture, read by screen readers and shown as a tooltip; not drawn.</summary>
    public required string Title { get; init; }

    /// <summary>One sentence on what the picture shows, for those who do not see it.</summary>
    public string Description { get; init; } = "";

    /// <summary>What the horizontal axis measures; empty draws nothing.</summary>
    public string XLabel { get; init; } = "";

    /// <summary>What the vertical axis measures, drawn above it; empty draws nothing.</summary>
    public string YLabel { get; init; } = "";

    /// <summary>Whether anything finite is there to draw; otherwise the picture says "no data".</summary>
    public abstract bool HasData { get; }

    /// <summary>The picture as one <c>svg</c> element with a view box and a width of 100 %.</summary>
    /// <param name="size">The size it is designed for.</param>
    /// <param name="cssClass">A class for the element, or empty.</param>
    /// <exception cref="ArgumentOutOfRangeException">The size is out of range.</exception>
    public string Render(ChartSize size, string cssClass = "")
    {
        size.Validate();
        var canvas = new SvgCanvas(size, Title, Description, cssClass);
        if (HasData)
        {
            Draw(canvas);
        }
        else
        {
            canvas.Text(size.Width / 2.0, size.Height / 2.0, "no data", "tk", TextAnchor.Middle);
        }

        return canvas.Close();
    }

    /// <summary>The picture as a file of its own, with its style sheet inside.</summary>
    /// <param name="size">The size it is designed for.</param>
    public string RenderStandalone(ChartSize size)
    {
        var svg = Render(size);
        var end = svg.IndexOf('>') + 1;
        return svg[..end] + "<style>" + ChartStyleSheet.Standalone + "</style>" + svg[end..];
    }

    private protected abstract void Draw(SvgCanvas canvas);
}
