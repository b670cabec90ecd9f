using Ratchet.Trading.Engine;
using Ratchet.Validation.Metrics;

namespace Ratchet.Trading.Simulation;

/// <summary>Collects equity and exposure, one point for each distinct time; a later point of the same time replaces the one before.</summary>
internal sealed class CurveRecorder(int capacity)
{
    private long[] times = new long[capacity];
    private double[] equity = new double[capacity];
    private double[] exposure = new double[capacity];
    private int count;

    public ReadOnlyMemory<long> Times => times.AsMemory(0, count);

    public void Add(long time, TradingEngine engine)
    {
        if (count == 0 || times[count - 1] != time)
        {
            if (count == times.Length)
            {
                var larger = Math.Max(16, count * 2);
                Array.Resize(ref times, larger);
                Array.Resize(ref equity, larger);
                Array.Resize(ref exposure, larger);
            }

            times[count++] = time;
        }

        var now = engine.Equity;
        equity[count - 1] = now;
        exposure[count - 1] = now > 0 ? engine.GrossValue / now : 0;
    }

    public EquityCurve Curve(decimal initial, double periodsPerYear) =>
        new((double)initial, equity.AsMemory(0, count), periodsPerYear, exposure.AsMemory(0, count));
}
