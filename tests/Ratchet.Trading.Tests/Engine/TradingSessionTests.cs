using Ratchet.Market.Bars;
using Ratchet.Market.Instruments;
using Ratchet.Market.Time;
using Ratchet.Trading.Engine;
using Ratchet.Trading.Events;
using Ratchet.Trading.Journal;
using Ratchet.Trading.Tests.Journal;

namespace Ratchet.Trading.Tests.Engine;

public sealed class TradingSessionTests
{
    private const long Minute = 60_000;
    private readonly List<string> log = [];
    private readonly SpyJournal journal;
    private readonly LoggedStrategy first;
    private readonly LoggedAdviser adviser;
    private readonly TradingSession session;

    public TradingSessionTests()
    {
        journal = new(log);
        first = new("first", log);
        adviser = new(log);
        var options = new EngineOptions
        {
            Instruments = [new() { Symbol = Symbol.Parse("BTC/USDT"), Frame = TimeFrame.Minute1 }],
            Strategies = [new() { Name = "first" }, new() { Name = "second" }],
        };
        session = new(new(options), [first, new LoggedStrategy("second", log, 0)], adviser, journal, 0);
    }

    [Fact]
    public void BarClosed_NewBar_GoesThroughEveryoneInTheDocumentedOrder()
    {
        Give(0);
        Assert.Equal(
            [
                "append Bar", "adviser sees 0", "first sees 0", "adviser asked about 0", "append Advice", "append Signal", "second sees 0", "append Signal",
            ],
            log.Where(l => !l.StartsWith("write", StringComparison.Ordinal)));
        Assert.Equal([0, 1, 2, 3], journal.Events.Select(e => e.Sequence));
        Assert.True(log.IndexOf("append Signal") < log.IndexOf("write OrderPlaced"), "An order was placed before its signal was appended.");
        Assert.Equal(1, session.Inputs);
    }

    [Fact]
    public void BarClosed_FineBar_IsForTheEngineAlone()
    {
        session.BarClosed(Minute, 0, Bar(0), fine: true);
        Assert.Equal(["append FineBar"], log);
    }

    [Fact]
    public void BarClosed_SameOrEarlierBar_IsAFeedEventAndGoesNoFurther()
    {
        Give(0);
        Give(1);
        log.Clear();
        session.BarClosed(3 * Minute, 0, Bar(1));
        session.BarClosed(3 * Minute, 0, Bar(0));
        Assert.DoesNotContain(log, l => l.Contains("sees", StringComparison.Ordinal) || l == "append Bar");
        Assert.Equal([FeedState.Duplicate, FeedState.Late], journal.Events.TakeLast(2).Select(e => ((FeedChange)e.Detail!).State));
        Assert.Equal((1, 1, 4), (session.Duplicates, session.Late, session.Inputs));
        Assert.Equal(Minute, session.LastOpenTime(0));
    }

    [Fact]
    public void BarClosed_ImpossibleBar_IsShownToNobodyAndItsCorrectionIsTaken()
    {
        session.BarClosed(Minute, 0, Bar(0) with { Low = -1 });
        Assert.Equal(["append Bar", "write EventRefused"], log);
        Assert.Equal(long.MinValue, session.LastOpenTime(0));
        Give(0);
        Assert.Contains("first sees 0", log);
    }

    [Fact]
    public void BarClosed_UnknownSymbol_IsRefusedByTheEngine()
    {
        session.BarClosed(Minute, 7, Bar(0));
        Assert.Equal(AuditReason.UnknownSymbol, Assert.Single(journal.Records).Reason);
        Assert.Equal(["append Bar", "write EventRefused"], log);
    }

    [Fact]
    public void BarClosed_AdviserThrows_IsReportedAndTradedWithoutAdvice()
    {
        adviser.Fails = true;
        Give(0);
        var warnings = journal.Records.Where(r => r.Reason == AuditReason.AdviserFailed).ToList();
        Assert.Equal(2, warnings.Count);
        Assert.All(warnings, w => Assert.Contains("InvalidOperationException: no mood", (string)w.Detail!, StringComparison.Ordinal));
        Assert.Equal([EventKind.Bar, EventKind.Signal, EventKind.Signal], journal.Events.Select(e => e.Kind));
        Assert.Contains("write OrderPlaced", log);
    }

    [Fact]
    public void Closed_Trade_IsToldToItsStrategyAndTheAdviser()
    {
        Give(0);
        Give(1);
        log.Clear();
        session.Commanded(3 * Minute, -1, new(CommandKind.EndOfData, "test", "the end"));
        Assert.Equal(["first hears EndOfData", "adviser hears EndOfData"], log.Where(l => l.Contains("hears", StringComparison.Ordinal)));
    }

    [Fact]
    public void TimePassed_ClockGoesBack_TimeStandsAndIsReportedOnce()
    {
        session.FeedChanged(5000, 0, new(FeedState.Connected, "test", 0));
        session.TimePassed(3000);
        session.TimePassed(4000);
        session.TimePassed(6000);
        session.TimePassed(5500);
        Assert.Equal([5000, 5000, 5000, 6000, 6000], journal.Events.Select(e => e.Time));
        Assert.Equal(2, journal.Records.Count(r => r.Reason == AuditReason.ClockStepped));
        Assert.DoesNotContain(journal.Records, r => r.Kind == AuditKind.EventRefused);
    }

    [Fact]
    public void Commit_DiskIsFull_NothingIsPublishedAndTheGroupIsKept()
    {
        var published = new List<AuditRecord>();
        session.Published = new ListSink(published);
        Give(0);
        journal.DiskIsFull = true;
        Assert.Throws<JournalWriteException>(session.Commit);
        Assert.True(session.CommitOwed);
        Assert.Empty(published);
        Assert.Throws<InvalidOperationException>(() => Give(1));
        Assert.Equal(1, session.Inputs);

        journal.DiskIsFull = false;
        session.Commit();
        Assert.False(session.CommitOwed);
        Assert.Equal(journal.Records, published);
        Give(1);
    }

    [Fact]
    public void Published_Records_ComeAfterTheirCommitOnly()
    {
        var published = new List<AuditRecord>();
        session.Published = new ListSink(published);
        Give(0);
        Assert.Empty(published);
        session.Commit();
        var count = journal.Records.Count;
        Assert.Equal(count, published.Count);
        session.Commit();
        Assert.Equal(count, published.Count);
    }

    [Fact]
    public void BarClosed_StrategyThrows_SessionTakesAndCommitsNothingMore()
    {
        first.Fails = true;
        Assert.Throws<InvalidOperationException>(() => Give(0));
        first.Fails = false;
        Assert.Throws<InvalidOperationException>(() => Give(1));
        Assert.Throws<InvalidOperationException>(session.Commit);
        Assert.DoesNotContain("commit", log);
    }

    [Fact]
    public void Commit_StateInterval_StateComesAfterThatManyEvents()
    {
        session.StateInterval = 8;
        for (var k = 0; k < 6; k++)
        {
            Give(k);
            session.Commit();
        }

        Assert.Equal(3, journal.States);
        Assert.Contains("state 8", log);
    }

    [Fact]
    public void Construct_OtherNamesOrTooMany_Throws()
    {
        Assert.Throws<ArgumentException>(() => new TradingSession(session.Engine, [new LoggedStrategy("third", log)], null, journal, 0));
        Assert.Throws<ArgumentException>(() => new TradingSession(session.Engine, [first, first, first], null, journal, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new TradingSession(session.Engine, [first], null, journal, -1));
    }

    private static Bar Bar(int k) => new(k * Minute, 100, 100.3, 99.8, 100 + (k % 2 * 0.2), 10);

    private void Give(int k) => session.BarClosed((k + 1) * Minute, 0, Bar(k));

    private sealed class ListSink(List<AuditRecord> records) : IAuditSink
    {
        public void Write(in AuditRecord record) => records.Add(record);
    }
}
