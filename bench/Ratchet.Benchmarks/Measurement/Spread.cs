using System.Diagnostics;

namespace Ratchet.Benchmarks.Measurement;

/// <summary>The median, least and most of several runs, and the median of the processor seconds that a run took (over all threads), which a busy machine moves less.</summary>
internal readonly record struct Spread(double Median, double Least, double Most, double Cpu = double.NaN)
{
    private const int Runs = 5;

    /// <summary>Seconds of five runs after one that is not counted.</summary>
    public static Spread OfSeconds(Action work) => OfSeconds(work, Runs);

    public static Spread OfSeconds(Action work, int runs)
    {
        work();
        var seconds = new double[runs];
        var cpu = new double[runs];
        for (var r = 0; r < runs; r++)
        {
            var busy = Environment.CpuUsage.TotalTime;
            var start = Stopwatch.GetTimestamp();
            work();
            seconds[r] = Stopwatch.GetElapsedTime(start).TotalSeconds;
            cpu[r] = (Environment.CpuUsage.TotalTime - busy).TotalSeconds;
        }

        Array.Sort(cpu);
        return Of(seconds) with { Cpu = cpu[runs / 2] };
    }

    /// <summary>Seconds of one run.</summary>
    public static double OfOne(Action work)
    {
        var start = Stopwatch.GetTimestamp();
        work();
        return Stopwatch.GetElapsedTime(start).TotalSeconds;
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
        return new(convert(Median), Math.Min(a, b), Math.Max(a, b), convert(Cpu));
    }
}
