namespace Ratchet.Reporting.Charts;

/// <summary>
/// The size a chart is designed for, in CSS pixels at scale 1. The picture stretches to the width of its container, so
/// that text keeps its size only near the designed width: a page renders a chart at several sizes and shows the nearest.
/// </summary>
/// <param name="Width">Width, 200 to 4,000.</param>
/// <param name="Height">Height, 60 to 4,000.</param>
public readonly record struct ChartSize(int Width, int Height)
{
    /// <summary>A full line of a desktop page.</summary>
    public static ChartSize Wide => new(1120, 340);

    /// <summary>A tablet, or half a line of a desktop page.</summary>
    public static ChartSize Medium => new(600, 320);

    /// <summary>A phone.</summary>
    public static ChartSize Narrow => new(350, 270);

    /// <summary>A third of a line of a desktop page, also fit for a phone.</summary>
    public static ChartSize Tile => new(360, 250);

    /// <summary>The same width with another height.</summary>
    /// <param name="height">The new height.</param>
    public ChartSize WithHeight(int height) => new(Width, height);

    /// <summary>Throws where a side is out of range.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Width outside 200..4000 or height outside 60..4000.</exception>
    public void Validate()
    {
        if (Width is < 200 or > 4000)
        {
            throw new ArgumentOutOfRangeException(nameof(Width), Width, "Width must be from 200 to 4000.");
        }

        if (Height is < 60 or > 4000)
        {
            throw new ArgumentOutOfRangeException(nameof(Height), Height, "Height must be from 60 to 4000.");
        }
    }
}
