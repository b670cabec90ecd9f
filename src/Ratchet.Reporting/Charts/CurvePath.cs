using System.Text;

namespace Ratchet.Reporting.Charts;

/// <summary>Turns a curve into the data of a path.</summary>
internal static class CurvePath
{
    private const double Bucket = 1.5;

    public static void Draw(SvgCanvas canvas, PlotFrame frame, LineSeries series, double clampLow = double.NegativeInfinity, double clampHigh = double.PositiveInfinity)
    {
        var x = new double[series.X.Count];
        var y = new double[x.Length];
        for (var i = 0; i < x.Length; i++)
        {
            x[i] = frame.X.Map(series.X[i]);
            y[i] = Math.Abs(series.Y[i]) <= 1e300 ? frame.Y.Map(Math.Clamp(series.Y[i], clampLow, clampHigh)) : double.NaN;
        }

        var kept = MinMaxBuckets.Reduce(x, y, Bucket);
        if (series.Filled)
        {
            var zero = frame.Y.Map(0);
            var floor = double.IsNaN(zero) ? frame.Bottom : Math.Clamp(zero, frame.Top, frame.Bottom);
            canvas.Path(Build(x, y, kept, series.Stepped, floor), "ar " + series.Colour);
        }

        var style = "ln " + (series.Emphasised ? "bold " : "") + (series.Dashed ? "dash " : "") + series.Colour;
        canvas.Path(Build(x, y, kept, series.Stepped, double.NaN), style);
    }

    private static string Build(double[] x, double[] y, IReadOnlyList<int> kept, bool stepped, double floor)
    {
        var path = new StringBuilder(kept.Count * 11);
        var previous = -1;
        foreach (var index in kept)
        {
            if (index < 0)
            {
                Finish(path, x, previous, floor);
                previous = -1;
                continue;
            }

            if (previous < 0)
            {
                path.Append('M');
                Point(path, x[index], double.IsNaN(floor) ? y[index] : floor);
                if (!double.IsNaN(floor))
                {
                    path.Append('L');
                    Point(path, x[index], y[index]);
                }
                else
                {
                    // A run of one point still shows, as the round end of a line without length.
                    path.Append("h0");
                }
            }
            else
            {
                path.Append('L');
                if (stepped)
                {
                    Point(path, x[index], y[previous]);
                    path.Append('L');
                }

                Point(path, x[index], y[index]);
            }

            previous = index;
        }

        Finish(path, x, previous, floor);
        return path.ToString();
    }

    private static void Finish(StringBuilder path, double[] x, int last, double floor)
    {
        if (last >= 0 && !double.IsNaN(floor))
        {
            path.Append('L');
            Point(path, x[last], floor);
            path.Append('Z');
        }
    }

    private static void Point(StringBuilder path, double x, double y)
    {
        SvgNumber.Append(path, x);
        path.Append(' ');
        SvgNumber.Append(path, y);
    }
}
