namespace Ratchet.Reporting.Charts;

/// <summary>The sign in front of a name in a legend.</summary>
public enum LegendSwatch
{
    /// <summary>A short line.</summary>
    Line,

    /// <summary>A short dashed line.</summary>
    DashedLine,

    /// <summary>A filled square.</summary>
    Box,

    /// <summary>A dot.</summary>
    Dot,

    /// <summary>A diamond.</summary>
    Diamond,

    /// <summary>A vertical line with two caps.</summary>
    Whisker,
}
