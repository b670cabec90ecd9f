using System.Diagnostics;

namespace Ratchet.Benchmarks.Measurement;

/// <summary>The median, least and most of several runs.</summary>
internal readonly record struct Spread(double Median, double Least, double Most)
{
    private const int Runs = 5;

    /// <summary>Seconds of five runs after one that is not counted.</summary>
    public static Spread OfSeconds(Action work) => OfSeconds(work, Runs);

    public static Spread OfSeconds(Action work, int runs)
    {
        work();
        var seconds = new double[runs];
        for (var r = 0; r < runs; r++)
        {
            var start = Stopwatch.GetTimestamp();
            work();
            seconds[r] = Stopwatch.GetElapsedTime(start).TotalSeconds;
        }

        return Of(seconds);
    }

    public static Spread Of(double[] values)
    {
        Array.Sort(values);
        return new(values[values.Length / 2], values[0], values[^1]);
    }

    /// <summary>The same in another unit.</summary>
    public Spread Map(Func<double, double> convert)
    {
        var a = convert(Least);
        var b = convert(Most);
        return new(convert(Median), Math.Min(a, b), Math.Max(a, b));
    }
}
