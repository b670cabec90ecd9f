using System.Text;

namespace Ratchet.Reporting.Charts;

/// <summary>Writes the elements of one picture. Coordinates keep one decimal.</summary>
internal sealed class SvgCanvas
{
    private readonly StringBuilder _text = new(8192);

    public SvgCanvas(ChartSize size, string title, string description, string cssClass)
    {
        Size = size;
        _text.Append("<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"chart");
        if (cssClass.Length > 0)
        {
            _text.Append(' ').Append(XmlText.Escape(cssClass));
        }

        _text.Append("\" role=\"img\" width=\"100%\" viewBox=\"0 0 ").Append(size.Width).Append(' ').Append(size.Height)
            .Append("\" aria-label=\"").Append(XmlText.Escape(title)).Append("\"><title>").Append(XmlText.Escape(title)).Append("</title>");
        _text.Append("<desc>").Append(XmlText.Escape(description)).Append("</desc>");
    }

    public ChartSize Size { get; }

    public string Close() => _text.Append("</svg>\n").ToString();

    public void Line(double x1, double y1, double x2, double y2, string cssClass)
    {
        _text.Append("<path d=\"");
        AppendPoint('M', x1, y1);
        AppendPoint('L', x2, y2);
        _text.Append("\" class=\"").Append(cssClass).Append("\"/>");
    }

    public void Rect(double x, double y, double width, double height, string cssClass, string? tooltip = null, double opacity = double.NaN)
    {
        _text.Append("<rect x=\"");
        SvgNumber.Append(_text, x);
        _text.Append("\" y=\"");
        SvgNumber.Append(_text, y);
        _text.Append("\" width=\"");
        SvgNumber.Append(_text, Math.Max(0, width));
        _text.Append("\" height=\"");
        SvgNumber.Append(_text, Math.Max(0, height));
        _text.Append("\" class=\"").Append(cssClass);
        if (!double.IsNaN(opacity))
        {
            _text.Append("\" fill-opacity=\"").Append(opacity.ToString("0.###"));
        }

        if (tooltip is null)
        {
            _text.Append("\"/>");
            return;
        }

        _text.Append("\"><title>").Append(XmlText.Escape(tooltip)).Append("</title></rect>");
    }

    public void Circle(double x, double y, double radius, string cssClass, string? tooltip = null)
    {
        _text.Append("<circle cx=\"");
        SvgNumber.Append(_text, x);
        _text.Append("\" cy=\"");
        SvgNumber.Append(_text, y);
        _text.Append("\" r=\"");
        SvgNumber.Append(_text, radius);
        _text.Append("\" class=\"").Append(cssClass);
        if (tooltip is null)
        {
            _text.Append("\"/>");
            return;
        }

        _text.Append("\"><title>").Append(XmlText.Escape(tooltip)).Append("</title></circle>");
    }

    public void Diamond(double x, double y, double radius, string cssClass)
    {
        _text.Append("<path d=\"");
        AppendPoint('M', x, y - radius);
        AppendPoint('L', x + radius, y);
        AppendPoint('L', x, y + radius);
        AppendPoint('L', x - radius, y);
        _text.Append("Z\" class=\"").Append(cssClass).Append("\"/>");
    }

    /// <summary>A vertical line with caps, from one ordinate to another.</summary>
    public void Whisker(double x, double y1, double y2, double cap, string cssClass)
    {
        _text.Append("<path d=\"");
        AppendPoint('M', x - cap, y1);
        AppendPoint('L', x + cap, y1);
        AppendPoint('M', x, y1);
        AppendPoint('L', x, y2);
        AppendPoint('M', x - cap, y2);
        AppendPoint('L', x + cap, y2);
        _text.Append("\" class=\"").Append(cssClass).Append("\"/>");
    }

    public void Path(string data, string cssClass)
    {
        if (data.Length > 0)
        {
            _text.Append("<path d=\"").Append(data).Append("\" class=\"").Append(cssClass).Append("\"/>");
        }
    }

    public void Text(double x, double y, string text, string cssClass, TextAnchor anchor = TextAnchor.Start)
    {
        _text.Append("<text x=\"");
        SvgNumber.Append(_text, x);
        _text.Append("\" y=\"");
        SvgNumber.Append(_text, y);
        _text.Append("\" class=\"").Append(cssClass);
        _text.Append(anchor switch
        {
            TextAnchor.Middle => " mid",
            TextAnchor.End => " end",
            _ => "",
        });
        _text.Append("\">").Append(XmlText.Escape(text)).Append("</text>");
    }

    private void AppendPoint(char command, double x, double y)
    {
        _text.Append(command);
        SvgNumber.Append(_text, x);
        _text.Append(' ');
        SvgNumber.Append(_text, y);
    }
}
