using System.Buffers;
using Ratchet.Market.Time;
using Ratchet.Trading.Engine;
using Ratchet.Trading.Events;
using Ratchet.Trading.Journal;
using Ratchet.Trading.Portfolio;

namespace Ratchet.Hosting.Composition.Paper;

/// <summary>Counts what a journal holds, event by event and record by record.</summary>
internal sealed class SessionTally : IDisposable
{
    private readonly SessionSetup setup;
    private readonly RunHashes hashes = new();
    private readonly DownTimes down = new();
    private readonly ArrayBufferWriter<byte> bytes = new(512);
    private readonly Series[] series;
    private readonly SortedDictionary<string, long> refusals = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, long> trips = new(StringComparer.Ordinal);
    private readonly HashSet<long> refused = [];
    private TradingEvent? bar;
    private long decisionBars;
    private long inTime;
    private long from = long.MinValue;
    private long to;
    private long duplicates;
    private long late;
    private long unsound;
    private long backFilled;
    private long signals;
    private long decisions;
    private long orders;
    private long fills;

    public SessionTally(SessionSetup setup)
    {
        this.setup = setup;
        var instruments = setup.Engine.Instruments;
        series = new Series[instruments.Count * 2];
        for (var i = 0; i < instruments.Count; i++)
        {
            series[2 * i] = new($"{instruments[i].Symbol} {instruments[i].Frame}", instruments[i].Frame);
            series[(2 * i) + 1] = new($"{instruments[i].Symbol} {setup.Fine}", setup.Fine ?? instruments[i].Frame);
        }
    }

    public IAuditSink Nobody { get; } = new NullJournal();

    public List<TradeRecord> Trades { get; } = [];

    public void Take(in TradingEvent e)
    {
        TakeBar();
        from = from == long.MinValue ? e.Time : from;
        to = e.Time;
        bytes.ResetWrittenCount();
        EventCodec.Write(e, bytes);
        hashes.AddEvent(bytes.WrittenSpan);
        down.Take(e);
        switch (e.Kind)
        {
            case EventKind.Bar or EventKind.FineBar:
                bar = e;
                break;
            case EventKind.Signal:
                signals++;
                decisions += e.Signal.Side != 0 ? 1 : 0;
                break;
            case EventKind.Feed:
                Take(e.Symbol, (FeedChange)e.Detail!);
                break;
        }
    }

    public void Take(StoredAudit stored)
    {
        var record = stored.Decode();
        if (RunHashes.IsOfSession(record))
        {
            Count(trips, record.Reason);
            return;
        }

        hashes.AddRecord(record, stored.Bytes.Span);
        orders += record.Kind == AuditKind.OrderPlaced ? 1 : 0;
        fills += record.Kind == AuditKind.OrderFilled ? 1 : 0;
        if (record.IsRefusal)
        {
            Count(refusals, record.Reason);
        }

        switch (record.Kind)
        {
            case AuditKind.EventRefused:
                refused.Add(record.Event);
                break;
            case AuditKind.RiskTripped:
                Count(trips, record.Reason);
                break;
            case AuditKind.PositionClosed when record.Detail is TradeRecord trade:
                Trades.Add(trade);
                break;
            default:
                break;
        }
    }

    public SessionReport Report(TradingEngine engine, IReadOnlyDictionary<string, double?> metrics)
    {
        TakeBar();
        down.End();
        from = from == long.MinValue ? to : from;
        return new()
        {
            CodeVersion = setup.CodeVersion,
            OptionsHash = setup.OptionsHash,
            Instruments = [.. setup.Engine.Instruments.Select(i => $"{i.Symbol} {i.Frame}")],
            Strategies = [.. setup.Engine.Strategies.Select(s => s.Name)],
            From = from,
            To = to,
            Uptime = to > from ? 1 - ((double)down.Total / (to - from)) : 1,
            InTime = decisionBars == 0 ? 1 : (double)inTime / decisionBars,
            Faults = down.Sum(),
            Bars = [.. series.Where(s => s.Seen > 0).Select(s => s.Counts)],
            Duplicates = duplicates,
            Late = late,
            Unsound = unsound,
            BackFilled = backFilled,
            Signals = signals,
            Decisions = decisions,
            Orders = orders,
            Fills = fills,
            Trades = Trades.Count,
            OpenPositions = engine.Positions.Count,
            Cash = engine.Cash,
            Equity = engine.Equity,
            State = engine.State.ToString(),
            Refusals = refusals,
            Trips = trips,
            Metrics = metrics,
            OrderHash = hashes.Orders,
            AuditHash = hashes.Audit,
        };
    }

    public void Dispose() => hashes.Dispose();

    private static void Count(SortedDictionary<string, long> counts, AuditReason reason) =>
        counts[reason.ToString()] = counts.GetValueOrDefault(reason.ToString()) + 1;

    // A bar counts once its records are known: the engine may have turned it away.
    private void TakeBar()
    {
        if (bar is { } e && !refused.Contains(e.Sequence))
        {
            series[(2 * e.Symbol) + (e.Kind == EventKind.FineBar ? 1 : 0)].Take(e.Bar.OpenTime);
            if (e.Kind == EventKind.Bar)
            {
                decisionBars++;
                inTime += e.Time - e.Bar.OpenTime < 2 * setup.Engine.Instruments[e.Symbol].Frame.Milliseconds ? 1 : 0;
            }
        }

        bar = null;
    }

    private void Take(int symbol, FeedChange change)
    {
        switch (change.State)
        {
            case FeedState.Duplicate:
                duplicates += change.Bars;
                break;
            case FeedState.Late:
                late += change.Bars;
                break;
            case FeedState.Refused:
                unsound += change.Bars;
                break;
            case FeedState.GapFilled when change.Why.StartsWith(SessionMarks.Missing, StringComparison.Ordinal):
                var frame = change.Why[(change.Why.LastIndexOf(' ') + 1)..];
                var place = 2 * symbol;
                series[series[place].Frame.ToString() == frame ? place : place + 1].Missing += change.Bars;
                break;
            case FeedState.GapFilled:
                backFilled += change.Bars;
                break;
            default:
                break;
        }
    }

    private sealed class Series(string name, TimeFrame frame)
    {
        private long first;
        private long last = long.MinValue;
        private long doubled;

        public TimeFrame Frame => frame;

        public long Seen { get; private set; }

        public long Missing { get; set; }

        public BarCounts Counts => new(name, ((last - first) / frame.Milliseconds) + 1, Seen, Missing, doubled);

        public void Take(long open)
        {
            first = last == long.MinValue ? open : first;
            doubled += open <= last ? 1 : 0;
            Seen += open > last ? 1 : 0;
            last = Math.Max(last, open);
        }
    }
}
