namespace Ratchet.Features.OrderFlow;

/// <summary>
/// Sums of the same events over several trailing windows (now - w, now]. Events enter and leave in order of time whatever the times of the readings
/// are, so a reading never changes a later value. A sum that holds an undefined (not finite) term is NaN for as long as the term is in the window. O(1)
/// amortised an event and window.
/// </summary>
internal sealed class WindowSums
{
    private readonly long[] windows;
    private readonly long[] tails;
    private readonly CompensatedSum[] sums;
    private readonly int[] undefined;
    private readonly TimedRing ring = new();

    public WindowSums(long[] windows)
    {
        this.windows = windows;
        tails = new long[windows.Length];
        sums = new CompensatedSum[windows.Length];
        undefined = new int[windows.Length];
    }

    public void Add(long time, double value)
    {
        Advance(time);
        ring.Add(time, value);
        for (var w = 0; w < windows.Length; w++)
        {
            if (!double.IsFinite(value))
            {
                undefined[w]++;
            }
            else
            {
                sums[w].Add(value);
            }
        }
    }

    public void Advance(long now)
    {
        for (var w = 0; w < windows.Length; w++)
        {
            var start = now - windows[w];
            while (tails[w] < ring.End && ring.Time(tails[w]) <= start)
            {
                Leave(w, ring.Value(tails[w]));
                tails[w]++;
            }
        }

        ring.DropBefore(tails[^1]);
    }

    /// <summary>The sum over a window; 0 where it holds no event.</summary>
    public double Sum(int window) => undefined[window] > 0 ? double.NaN : sums[window].Value;

    public long Count(int window) => ring.End - tails[window];

    public void Clear()
    {
        Array.Clear(tails);
        Array.Clear(sums);
        Array.Clear(undefined);
        ring.Clear();
    }

    private void Leave(int window, double value)
    {
        if (!double.IsFinite(value))
        {
            undefined[window]--;
        }
        else
        {
            sums[window].Add(-value);
        }

        if (tails[window] + 1 == ring.End)
        {
            sums[window].Clear();
        }
    }
}
