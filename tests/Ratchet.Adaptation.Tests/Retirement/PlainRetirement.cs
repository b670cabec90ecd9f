using Ratchet.Adaptation.Retirement;

namespace Ratchet.Adaptation.Tests.Retirement;

/// <summary>The status of one strategy, computed from lists by the words of the rule.</summary>
internal sealed class PlainRetirement(RetirementOptions options, double riskShare)
{
    private const double Z80 = 0.8416212335729143;
    private readonly List<double> judged = [];

    public RetirementStatus Status { get; private set; }

    public long Since { get; private set; }

    public void Closed(double result, bool shadow, long entry)
    {
        if (Status is RetirementStatus.Active or RetirementStatus.Degraded ? !shadow : shadow && entry >= Since)
        {
            judged.Add(result);
        }
    }

    public void Assess(long time)
    {
        var (violated, healthy) = Judge();
        var hours = (time - Since) / 3_600_000.0;
        if (Status == RetirementStatus.Active && violated)
        {
            Go(RetirementStatus.Degraded, time);
        }
        else if (Status == RetirementStatus.Degraded && healthy)
        {
            Go(RetirementStatus.Active, time);
        }
        else if (Status == RetirementStatus.Degraded && hours >= options.DegradedHours)
        {
            Go(RetirementStatus.Suspended, time);
            judged.Clear();
        }
        else if (Status == RetirementStatus.Suspended && options.Readmission && healthy)
        {
            Go(RetirementStatus.Degraded, time);
        }
        else if (Status == RetirementStatus.Suspended && hours >= options.SuspendedHours)
        {
            Go(RetirementStatus.Retired, time);
        }
    }

    public void Force(RetirementStatus status, long time)
    {
        Go(status, time);
        judged.Clear();
    }

    public void Begin(long time) => Since = time;

    private void Go(RetirementStatus status, long time)
    {
        Status = status;
        Since = time;
    }

    private (bool Violated, bool Healthy) Judge()
    {
        var last = judged.TakeLast(options.Window).ToArray();
        var n = last.Length;
        if (n < options.LeastTrades)
        {
            return (false, false);
        }

        var z = options.PointValues ? 0 : Z80;
        var lost = -last.Where(r => r < 0).Sum();
        var violated = Upper(last, z) < options.LeastExpectancy;

        // The profit factor is below k when the mean of gain - k x loss is.
        var k = options.LeastProfitFactor;
        violated |= lost > 0 && Upper([.. last.Select(r => r > 0 ? r : k * r)], z) < 0;
        var p = last.Count(r => r > 0) / (double)n;
        var centre = (p + (z * z / 2 / n)) / (1 + (z * z / n));
        var half = z / (1 + (z * z / n)) * Math.Sqrt((p * (1 - p) / n) + (z * z / 4 / n / n));
        violated |= centre + half < options.LeastWinRate;
        double sum = 0, peak = 0, fall = 0;
        foreach (var r in last)
        {
            sum += r;
            peak = Math.Max(peak, sum);
            fall = Math.Max(fall, peak - sum);
        }

        violated |= fall * riskShare > options.MostDrawdown;
        violated |= last.Reverse().TakeWhile(r => r < 0).Count() >= options.LosingRun;
        return (violated, !violated);
    }

    private static double Upper(double[] values, double z)
    {
        var mean = values.Average();
        var variance = values.Sum(v => (v - mean) * (v - mean)) / (values.Length - 1);
        return mean + (z * Math.Sqrt(variance / values.Length));
    }
}
