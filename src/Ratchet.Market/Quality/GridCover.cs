using Ratchet.Market.Bars;
using Ratchet.Market.Time;

namespace Ratchet.Market.Quality;

/// <summary>
/// Which times of the grid have a row. Rising times leave a list of jumps; times that come late are kept by themselves and divide the jumps at the end.
/// Memory grows with jumps and late rows, not with rows.
/// </summary>
internal sealed class GridCover(TimeFrame timeFrame)
{
    private readonly long length = timeFrame.Milliseconds;
    private readonly List<TimeRange> jumps = [];
    private readonly List<long> late = [];
    private bool any;
    private long first;
    private long last;

    /// <summary>From the first time to the end of the last bar; empty without times. Known after <see cref="Finish"/>.</summary>
    public TimeRange Within => any ? new(first, last + length) : default;

    /// <summary>Takes the time of a row that lies on the grid.</summary>
    public void Add(long time)
    {
        if (!any)
        {
            (any, first, last) = (true, time, time);
        }
        else if (time > last)
        {
            if (time - last > length)
            {
                jumps.Add(new(last + length, time));
            }

            last = time;
        }
        else if (time < last)
        {
            late.Add(time);
        }
    }

    /// <summary>Gives the spans without a row, oldest first.</summary>
    public IReadOnlyList<TimeRange> Finish()
    {
        if (late.Count == 0)
        {
            return jumps;
        }

        late.Sort();
        var divided = new List<TimeRange>();
        var at = 0;
        if (late[0] < first)
        {
            Divide(new(late[0], first));
            first = late[0];
        }

        foreach (var jump in jumps)
        {
            while (at < late.Count && late[at] < jump.From)
            {
                at++;
            }

            Divide(jump);
        }

        return divided;

        void Divide(TimeRange jump)
        {
            var from = jump.From;
            for (; at < late.Count && late[at] < jump.To; at++)
            {
                if (late[at] > from)
                {
                    divided.Add(new(from, late[at]));
                }

                from = Math.Max(from, late[at] + length);
            }

            if (from < jump.To)
            {
                divided.Add(new(from, jump.To));
            }
        }
    }

    /// <summary>The spans in which the grid's calendar expects bars, with their number.</summary>
    public static IReadOnlyList<BarGap> Gaps(IReadOnlyList<TimeRange> spans, BarGrid grid)
    {
        var gaps = new List<BarGap>(spans.Count);
        foreach (var span in spans)
        {
            var missing = grid.CountExpected(span);
            if (missing > 0)
            {
                gaps.Add(new(span, missing));
            }
        }

        return gaps;
    }
}
