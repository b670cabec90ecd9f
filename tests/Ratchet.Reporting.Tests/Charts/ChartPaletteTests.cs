using System.Globalization;
using Ratchet.Reporting.Charts;

namespace Ratchet.Reporting.Tests.Charts;

public sealed class ChartPaletteTests
{
    public static TheoryData<bool> Themes => [true, false];

    [Theory]
    [MemberData(nameof(Themes))]
    public void Palette_Text_HasContrastOfFourAndAHalf(bool isLight)
    {
        var palette = isLight ? ChartPalette.Light : ChartPalette.Dark;
        foreach (var ground in (string[])[palette.Page, palette.Card])
        {
            foreach (var text in (string[])[palette.Ink, palette.Quiet, palette.Gain, palette.Loss])
            {
                Assert.True(Contrast(text, ground) >= 4.5, $"{text} on {ground}: {Contrast(text, ground):0.00}");
            }
        }

        Assert.True(Contrast(palette.Warning, palette.WarningGround) >= 4.5);
    }

    [Theory]
    [MemberData(nameof(Themes))]
    public void Palette_Marks_HaveContrastOfThree(bool isLight)
    {
        var palette = isLight ? ChartPalette.Light : ChartPalette.Dark;
        Assert.Equal(ChartColour.SeriesCount, palette.Series.Count);
        Assert.Equal(ChartColour.OrderedCount, palette.Ordered.Count);
        foreach (var mark in palette.Series.Concat(palette.Ordered))
        {
            Assert.True(Contrast(mark, palette.Page) >= 3, $"{mark}: {Contrast(mark, palette.Page):0.00}");
        }
    }

    [Theory]
    [MemberData(nameof(Themes))]
    public void Palette_InkOnTintedCells_StaysReadable(bool isLight)
    {
        var palette = isLight ? ChartPalette.Light : ChartPalette.Dark;
        foreach (var tint in (string[])[palette.Gain, palette.Loss])
        {
            Assert.True(Contrast(palette.Ink, Mix(tint, palette.Page, 0.45)) >= 4.5, $"{tint}: {Contrast(palette.Ink, Mix(tint, palette.Page, 0.45)):0.00}");
        }
    }

    private static double Contrast(string a, string b)
    {
        var (x, y) = (Luminance(a), Luminance(b));
        return (Math.Max(x, y) + 0.05) / (Math.Min(x, y) + 0.05);
    }

    // Relative luminance of WCAG 2.
    private static double Luminance(string colour)
    {
        double[] weights = [0.2126, 0.7152, 0.0722];
        return Channels(colour).Select((channel, i) => weights[i] * (channel <= 0.03928 ? channel / 12.92 : Math.Pow((channel + 0.055) / 1.055, 2.4))).Sum();
    }

    private static string Mix(string a, string b, double share) =>
        "#" + string.Concat(Channels(a).Zip(Channels(b), (x, y) => ((int)Math.Round(255 * ((share * x) + ((1 - share) * y)))).ToString("x2")));

    private static double[] Channels(string colour) =>
        [.. Enumerable.Range(0, 3).Select(i => int.Parse(colour.AsSpan(1 + (2 * i), 2), NumberStyles.HexNumber) / 255.0)];
}
