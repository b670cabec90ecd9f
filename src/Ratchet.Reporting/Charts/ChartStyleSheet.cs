namespace Ratchet.Reporting.Charts;

/// <summary>The style sheet that gives the classes of the charts their colours and sizes.</summary>
public static class ChartStyleSheet
{
    /// <summary>The rules for charts inside a page that declares the variables of <see cref="ChartPalette"/>.</summary>
    public static string Rules { get; } = string.Concat(
    [
        ".chart{display:block;height:auto;overflow:visible;font-family:inherit}",
        ".chart text{font-size:12px;fill:var(--quiet);font-variant-numeric:tabular-nums}",
        ".chart .lg{fill:var(--ink)}.chart .sm{font-size:10px}.chart .mid{text-anchor:middle}.chart .end{text-anchor:end}",
        ".chart .grid{stroke:var(--rule);fill:none}.chart .axis,.chart .zero{stroke:var(--quiet);fill:none;opacity:.75}",
        ".chart .mark{stroke:var(--k);stroke-dasharray:2 4;fill:none}",
        ".chart .ln{stroke:var(--k);fill:none;stroke-width:1.5px;stroke-linejoin:round;stroke-linecap:round}",
        ".chart .bold{stroke-width:2.2px}.chart .dash{stroke-dasharray:6 5}",
        ".chart .ar{fill:var(--k);fill-opacity:.14}.chart .fl{fill:var(--k)}.chart .soft{fill-opacity:.82}.chart .faint{fill-opacity:.28}",
        ".chart .rim{stroke:var(--page);stroke-width:1.5px}",
        ".chart .pt{stroke:var(--k);fill:none;stroke-linecap:round;stroke-opacity:.8}",
        .. Enumerable.Range(1, 12).Select(radius => $".chart .p{radius}{{stroke-width:{2 * radius}px}}"),
        ".ink{--k:var(--ink)}.quiet{--k:var(--quiet)}.gain{--k:var(--gain)}.loss{--k:var(--loss)}",
        .. Enumerable.Range(0, ChartColour.SeriesCount).Select(slot => $".s{slot}{{--k:var(--s{slot})}}"),
        .. Enumerable.Range(0, ChartColour.OrderedCount).Select(place => $".q{place}{{--k:var(--q{place})}}"),
    ]);

    /// <summary>The rules with both themes, for a chart that is a file of its own.</summary>
    public static string Standalone { get; } =
        ".chart{" + ChartPalette.Light.Variables() + "background:var(--page);font-family:system-ui,sans-serif}"
        + "@media (prefers-color-scheme:dark){.chart{" + ChartPalette.Dark.Variables() + "}}" + Rules;
}
