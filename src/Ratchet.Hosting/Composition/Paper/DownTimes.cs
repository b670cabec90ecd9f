using Ratchet.Trading.Events;

namespace Ratchet.Hosting.Composition.Paper;

/// <summary>Adds up when a session could not act, from its feed events and the times between events.</summary>
internal sealed class DownTimes
{
    public const string Start = "start";
    public const string Feed = "feed";
    public const string Process = "process";
    public const string Journal = "journal";

    private readonly List<(string Kind, long From, long To)> spans = [];
    private string kind = string.Empty;
    private long since;
    private long last = long.MinValue;

    /// <summary>The spans in order; none overlaps another.</summary>
    public IReadOnlyList<(string Kind, long From, long To)> Spans => spans;

    public long Total => spans.Sum(s => s.To - s.From);

    public void Take(in TradingEvent e)
    {
        if (last == long.MinValue)
        {
            (kind, since) = (Start, e.Time);
        }

        if (e.Kind == EventKind.Feed && e.Symbol < 0)
        {
            Take((FeedChange)e.Detail!, e.Time);
        }

        last = e.Time;
    }

    /// <summary>Ends at the last event.</summary>
    public void End()
    {
        if (kind.Length > 0)
        {
            Close(last);
        }
    }

    public IReadOnlyList<FaultTimes> Sum() =>
    [
        .. spans.GroupBy(s => s.Kind).OrderBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => new FaultTimes(g.Key, g.Count(), g.Sum(s => s.To - s.From), g.Max(s => s.To - s.From))),
    ];

    private void Take(FeedChange change, long time)
    {
        switch (change.State)
        {
            case FeedState.Connected:
                if (kind.Length > 0)
                {
                    Close(time);
                }

                break;
            case FeedState.Disconnected or FeedState.Stale:
                var mark = change.Why.StartsWith(SessionMarks.Restart, StringComparison.Ordinal) ? Process
                    : change.Why.StartsWith(SessionMarks.Journal, StringComparison.Ordinal) ? Journal
                    : Feed;
                if (mark == Feed)
                {
                    (kind, since) = kind.Length > 0 ? (kind, since) : (Feed, time);
                    break;
                }

                // Down since the event before; what was down for another reason until then stays so until then.
                var from = last == long.MinValue ? time : last;
                if (kind.Length > 0)
                {
                    Close(from);
                }

                (kind, since) = (mark, from);
                break;
            default:
                break;
        }
    }

    private void Close(long time)
    {
        spans.Add((kind, since, time));
        kind = string.Empty;
    }
}
