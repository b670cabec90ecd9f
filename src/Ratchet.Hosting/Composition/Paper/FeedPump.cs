using System.Globalization;
using Ratchet.Market.Feeds.Live;
using Ratchet.Market.Instruments;
using Ratchet.Market.Time;
using Ratchet.Trading.Events;

namespace Ratchet.Hosting.Composition.Paper;

/// <summary>
/// Turns what a feed tells into calls of the session. A bar whose successor has closed as well by the clock comes too late to be traded on: the fill would lie in the
/// past. While such bars come, strategies count as not ready; positions live on, their stops and targets are worked through.
/// </summary>
internal sealed class FeedPump
{
    private readonly PaperSession paper;
    private readonly Dictionary<(Symbol, TimeFrame), (int Symbol, bool Fine)> places = [];
    private readonly Func<FeedTotals>? totals;
    private readonly Readiness?[] told;
    private readonly long[] seen;
    private readonly long[] first;
    private FeedTotals known;

    /// <param name="paper">The session.</param>
    /// <param name="totals">What the feed left out by itself so far; null where it does not count.</param>
    public FeedPump(PaperSession paper, Func<FeedTotals>? totals)
    {
        this.paper = paper;
        this.totals = totals;
        var instruments = paper.Setup.Engine.Instruments;
        for (var i = 0; i < instruments.Count; i++)
        {
            places[(instruments[i].Symbol, instruments[i].Frame)] = (i, false);
            if (paper.Setup.Fine is { } fine)
            {
                places[(instruments[i].Symbol, fine)] = (i, true);
            }
        }

        told = new Readiness?[instruments.Count * paper.Strategies.Count];
        seen = new long[instruments.Count];
        first = new long[instruments.Count];
        for (var i = 0; i < instruments.Count; i++)
        {
            var history = i < paper.Setup.History.Count ? paper.Setup.History[i] : null;
            seen[i] = (history?.Bars ?? 0) + paper.Trading.Engine.Bars(i);
            first[i] = history is { Bars: > 0 } ? history.First : long.MinValue;
        }
    }

    /// <summary>Whether the feed stands, as far as it has told.</summary>
    public bool IsConnected { get; private set; }

    /// <summary>How many decision bars came.</summary>
    public long Bars { get; private set; }

    /// <summary>Tells the session what the strategies have, where that has changed.</summary>
    public void TellReadiness(long now)
    {
        for (var i = 0; i < paper.Setup.Engine.Instruments.Count; i++)
        {
            TellReadiness(now, i, inTime: true);
        }
    }

    /// <summary>Takes one event.</summary>
    public void Take(FeedEvent e, long now)
    {
        var session = paper.Trading;
        switch (e)
        {
            case BarClosed closed:
                Take(closed, now);
                break;
            case FeedConnected connected:
                IsConnected = true;
                session.FeedChanged(now, -1, new(FeedState.Connected, Text($"connection {connected.Connection}"), 0));
                break;
            case FeedDisconnected lost:
                IsConnected = false;
                session.FeedChanged(now, -1, new(FeedState.Disconnected, Text($"{lost.Reason}; again in {lost.RetryIn.TotalSeconds:0.0} s"), 0));
                break;
            case FeedStale stale:
                IsConnected = false;
                session.FeedChanged(now, -1, new(FeedState.Stale, Text($"nothing was heard for {stale.Silence.TotalSeconds:0.0} s"), 0));
                break;
            case GapFilled filled when places.TryGetValue((filled.Symbol, filled.TimeFrame), out var place):
                session.FeedChanged(now, place.Symbol, new(FeedState.GapFilled, Text($"{SessionMarks.Fetched} {filled.Bars} bars of {filled.TimeFrame}"), filled.Bars));
                if (filled.Missing > 0)
                {
                    session.FeedChanged(now, place.Symbol, new(FeedState.GapFilled, Text($"{SessionMarks.Missing} {filled.Missing} bars of {filled.TimeFrame}"), filled.Missing));
                }

                break;
        }

        TellTotals(now);
    }

    private void Take(BarClosed closed, long now)
    {
        if (!places.TryGetValue((closed.Symbol, closed.TimeFrame), out var place))
        {
            return;
        }

        var session = paper.Trading;
        if (place.Fine)
        {
            session.BarClosed(now, place.Symbol, closed.Bar, fine: true);
            return;
        }

        var frame = closed.TimeFrame.Milliseconds;
        var isNew = closed.Bar.OpenTime > session.LastOpenTime(place.Symbol);
        if (isNew)
        {
            first[place.Symbol] = first[place.Symbol] == long.MinValue ? closed.Bar.OpenTime : first[place.Symbol];
            seen[place.Symbol]++;
            TellReadiness(now, place.Symbol, inTime: now - (closed.Bar.OpenTime + frame) < frame);
        }

        session.BarClosed(now, place.Symbol, closed.Bar);
        Bars++;
    }

    private void TellReadiness(long now, int symbol, bool inTime)
    {
        for (var s = 0; s < paper.Strategies.Count; s++)
        {
            var before = told[(symbol * paper.Strategies.Count) + s];
            var next = new Readiness(s, inTime && paper.Strategies[s].IsWarm(symbol), paper.Setup.ModelTrainedAt, Quality(symbol), true, true);

            // The quality moves with every bar; what is told is that something else changed, or the quality went across a hundredth of a per cent.
            if (before is null || before with { DataQuality = next.DataQuality } != next || Math.Abs(before.DataQuality - next.DataQuality) >= 1e-4)
            {
                told[(symbol * paper.Strategies.Count) + s] = next;
                paper.Trading.ReadinessChanged(now, symbol, next);
            }
        }
    }

    private double Quality(int symbol)
    {
        var last = Math.Max(paper.Trading.LastOpenTime(symbol), symbol < paper.Setup.History.Count && paper.Setup.History[symbol].Bars > 0 ? paper.Setup.History[symbol].Last : long.MinValue);
        if (first[symbol] == long.MinValue || last == long.MinValue)
        {
            return 1;
        }

        var expected = ((last - first[symbol]) / paper.Setup.Engine.Instruments[symbol].Frame.Milliseconds) + 1;
        return Math.Min(1, (double)seen[symbol] / expected);
    }

    private void TellTotals(long now)
    {
        if (totals?.Invoke() is not { } current)
        {
            return;
        }

        Tell(FeedState.Duplicate, current.Duplicates - known.Duplicates, "came again");
        Tell(FeedState.Late, current.Late - known.Late, "came after a later one");
        Tell(FeedState.Refused, current.Refused - known.Refused, "could not be read or were not sound");
        known = current;

        void Tell(FeedState state, long count, string what)
        {
            if (count > 0)
            {
                paper.Trading.FeedChanged(now, -1, new(state, Text($"the feed left out {count} that {what}"), (int)count));
            }
        }
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
