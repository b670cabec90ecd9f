using System.Globalization;

namespace Ratchet.Cli.Rendering;

/// <summary>Lines over a common axis, drawn with letters; both axes begin at 0. Where lines meet, the later one is seen.</summary>
internal static class TextChart
{
    private const int Height = 12;
    private const int Width = 64;

    public static void Write(TextWriter writer, IReadOnlyList<int> places, IReadOnlyList<ChartLine> lines, string unit, string axis)
    {
        var top = Math.Max(lines.Max(l => l.Values.Max()), 1e-9);
        var grid = new char[Height * Width];
        for (var x = 0; x < Width; x++)
        {
            foreach (var line in lines)
            {
                var y = (int)Math.Round(At(places, line.Values, (x + 1.0) / Width * places[^1]) / top * (Height - 1));
                grid[(Math.Clamp(y, 0, Height - 1) * Width) + x] = line.Mark;
            }
        }

        for (var y = Height - 1; y >= 0; y--)
        {
            var label = y == Height - 1 || y == 0 || y == Height / 2 ? (top * y / (Height - 1)).ToString("0", CultureInfo.InvariantCulture) + " " + unit : string.Empty;
            var row = new string(grid, y * Width, Width).Replace('\0', ' ').TrimEnd();
            var names = lines.Where(l => (int)Math.Round(l.Values[^1] / top * (Height - 1)) == y).Select(l => $"{l.Mark} {l.Name} {l.Values[^1].ToString("0", CultureInfo.InvariantCulture)}");
            writer.WriteLine($"{label,8} |{row.PadRight(Width)}  {string.Join(", ", names)}".TrimEnd());
        }

        writer.WriteLine($"{string.Empty,8} +{new string('-', Width)}");
        var end = places[^1].ToString("N0", CultureInfo.InvariantCulture) + " " + axis;
        writer.WriteLine($"{string.Empty,8}  0{end.PadLeft(Width - 1)}");
    }

    // Straight between the places, and from 0 to the first.
    private static double At(IReadOnlyList<int> places, IReadOnlyList<double> values, double place)
    {
        var (left, low) = (0.0, 0.0);
        for (var i = 0; i < places.Count; i++)
        {
            if (place <= places[i])
            {
                return low + ((values[i] - low) * (place - left) / (places[i] - left));
            }

            (left, low) = (places[i], values[i]);
        }

        return values[^1];
    }
}
