using Ratchet.KillHost.Sessions;
using Ratchet.Market.Bars;
using Ratchet.Trading.Engine;
using Ratchet.Trading.Events;
using Ratchet.Trading.Journal;

namespace Ratchet.Trading.Tests.Engine;

public sealed class SessionRecoveryTests
{
    private const int Steps = 40;
    private static readonly IReadOnlyList<ScriptInput> Inputs = Script.MakeInputs(Steps);

    [Theory]
    [InlineData(0)]
    [InlineData(20)]
    public void Recover_CrashAfterEveryInput_EndsAsTheUninterruptedRun(long stateInterval)
    {
        var expected = Uninterrupted(out _);
        Assert.True(expected.Trades > 20, $"The script made {expected.Trades} trades.");
        Assert.Equal(expected.Orders, expected.DistinctOrders);
        for (var crash = 0; crash <= Inputs.Count; crash++)
        {
            var journal = new MemoryJournal();
            Run(Recover(journal, stateInterval), crash);
            journal.Crash();
            var again = Recover(journal, stateInterval);
            Run(again, Inputs.Count);
            Assert.Equal(expected, Outcome.Of(again.Engine, journal));
        }
    }

    [Fact]
    public void Recover_CrashAfterCrash_EndsAsTheUninterruptedRun()
    {
        var expected = Uninterrupted(out _);
        var journal = new MemoryJournal();
        TradingSession session;
        var until = 0;
        do
        {
            session = Recover(journal, 10);
            until += 3;
            Run(session, until);
            if (until < Inputs.Count)
            {
                journal.Crash();
            }
        }
        while (until < Inputs.Count);
        Assert.Equal(expected, Outcome.Of(session.Engine, journal));
    }

    [Fact]
    public void Recover_FromStart_MakesEveryRecordAgain()
    {
        Uninterrupted(out var journal);
        var report = SessionRecovery.Recover(Script.Options, Script.MakeStrategies(), Script.MakeAdviser(), journal, journal, fromStart: true, cancellationToken: TestContext.Current.CancellationToken).Report;
        Assert.Equal(journal.NextSequence, report.Events);
        Assert.Equal(0, report.ReplayedFrom);
        var own = journal.ReadAudit(-1, long.MaxValue).Count(a => a.Decode().Reason == AuditReason.AdviserFailed);
        Assert.True(own > 3, $"The adviser failed {own} times.");
        Assert.Equal(journal.ReadAudit(-1, long.MaxValue).Count() - own, report.RecordsCompared);
        Assert.Equal((0, 0), (report.SignalsDifferent, report.AdviceDifferent));
        Assert.Equal(own, report.AdviserFailures);
    }

    [Fact]
    public void Recover_StateRecorded_ReplaysOnlyWhatFollows()
    {
        var journal = new MemoryJournal();
        Run(Recover(journal, 50), 60);
        journal.Crash();
        var report = SessionRecovery.Recover(Script.Options, Script.MakeStrategies(), Script.MakeAdviser(), journal, journal, cancellationToken: TestContext.Current.CancellationToken).Report;
        Assert.InRange(report.ReplayedFrom, 50, report.Events);
        Assert.Equal(0, report.StatesSkipped);
    }

    [Fact]
    public void Recover_UnreadableStates_ReplaysFromTheStart()
    {
        var journal = new MemoryJournal();
        Run(Recover(journal, 0), 60);
        journal.AppendState(journal.NextSequence, [1, 2, 3]);
        journal.Commit();
        var report = SessionRecovery.Recover(Script.Options, Script.MakeStrategies(), Script.MakeAdviser(), journal, journal, cancellationToken: TestContext.Current.CancellationToken).Report;
        Assert.Equal((0, 1), (report.ReplayedFrom, report.StatesSkipped));
    }

    [Fact]
    public void Recover_RecordChanged_NamesEventAndBothRecords()
    {
        Uninterrupted(out var journal);
        var victim = journal.ReadAudit(-1, long.MaxValue).First(a => a.Decode().Kind == AuditKind.OrderFilled);
        var changed = new ChangedReader(journal, victim, r => r with { Price = r.Price + 1 });
        var error = Assert.Throws<RecoveryException>(
            () => SessionRecovery.Recover(Script.Options, Script.MakeStrategies(), Script.MakeAdviser(), changed, journal, fromStart: true, cancellationToken: TestContext.Current.CancellationToken));
        Assert.Equal(victim.Event, error.Event);
        Assert.Equal(error.Journaled!.Value.Price, error.Remade!.Value.Price + 1);
        Assert.Contains($"Event {victim.Event}", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Recover_RecordMissing_NamesEvent()
    {
        Uninterrupted(out var journal);
        var victim = journal.ReadAudit(-1, long.MaxValue).Last(a => a.Decode().Kind == AuditKind.PositionClosed);
        var error = Assert.Throws<RecoveryException>(
            () => SessionRecovery.Recover(Script.Options, Script.MakeStrategies(), null, new ChangedReader(journal, victim, null), journal, fromStart: true, cancellationToken: TestContext.Current.CancellationToken));
        Assert.Equal(victim.Event, error.Event);
    }

    [Fact]
    public void Recover_OtherStrategies_CountsTheDifference()
    {
        Uninterrupted(out var journal);
        ITradingStrategy[] swapped = [new LoggedStrategy("coin", []), new ScriptStrategy("dice")];
        var report = SessionRecovery.Recover(Script.Options, swapped, null, journal, journal, cancellationToken: TestContext.Current.CancellationToken).Report;
        Assert.InRange(report.SignalsDifferent, 1, Steps * 2);
        Assert.True(report.AdviceDifferent > 0);
    }

    // A feed that does not know what was taken before the crash sends the last bars again: they are told apart, and nothing is traded twice.
    [Fact]
    public void Recover_FeedSendsBarsAgain_OrdersAreThoseOfTheUninterruptedRun()
    {
        Bar[] bars = [.. Enumerable.Range(0, 60).Select(k => MakeBar(k))];
        var expected = new MemoryJournal();
        var whole = SessionRecovery.Recover(Script.Options, Script.MakeStrategies(), null, expected, expected, cancellationToken: TestContext.Current.CancellationToken).Session;
        Feed(whole, bars, 0, 60);
        var journal = new MemoryJournal();
        Feed(SessionRecovery.Recover(Script.Options, Script.MakeStrategies(), null, journal, journal, cancellationToken: TestContext.Current.CancellationToken).Session, bars, 0, 33);
        var again = SessionRecovery.Recover(Script.Options, Script.MakeStrategies(), null, journal, journal, cancellationToken: TestContext.Current.CancellationToken).Session;
        Feed(again, bars, 25, 60);
        Assert.Equal(8, again.Duplicates + again.Late);
        var (first, second) = (Outcome.Of(whole.Engine, expected), Outcome.Of(again.Engine, journal));
        Assert.True(first.Orders > 10, $"There were {first.Orders} orders.");
        Assert.Equal((first.OrderHash, first.Orders, first.Trades), (second.OrderHash, second.Orders, second.Trades));
        Assert.Equal(whole.Engine.Cash, again.Engine.Cash);
    }

    private static void Feed(TradingSession session, Bar[] bars, int from, int to)
    {
        for (var k = from; k < to; k++)
        {
            session.BarClosed(bars[k].OpenTime + 60_000, 0, bars[k]);
            session.Commit();
        }
    }

    private static Bar MakeBar(int k)
    {
        var open = 40_000 * (1 + (0.01 * Math.Sin(k)));
        var close = 40_000 * (1 + (0.01 * Math.Sin(k + 1)));
        return new(1_700_000_040_000 + (k * 60_000L), open, Math.Max(open, close) + 20, Math.Min(open, close) - 20, close, 100);
    }

    private static Outcome Uninterrupted(out MemoryJournal journal)
    {
        journal = new();
        var session = Recover(journal, 0);
        Run(session, Inputs.Count);
        return Outcome.Of(session.Engine, journal);
    }

    private static TradingSession Recover(MemoryJournal journal, long stateInterval)
    {
        var session = SessionRecovery.Recover(Script.Options, Script.MakeStrategies(), Script.MakeAdviser(), journal, journal, cancellationToken: TestContext.Current.CancellationToken).Session;
        session.StateInterval = stateInterval;
        return session;
    }

    private static void Run(TradingSession session, int until)
    {
        for (var i = (int)session.Inputs; i < Math.Min(until, Inputs.Count); i++)
        {
            Inputs[i].Give(session);
            if (Inputs[i].Commits)
            {
                session.Commit();
            }
        }
    }

    /// <summary>A journal with one record changed or left out.</summary>
    private sealed class ChangedReader(MemoryJournal inner, StoredAudit victim, Func<AuditRecord, AuditRecord>? change) : IJournalReader
    {
        public long NextSequence => inner.NextSequence;

        public IEnumerable<TradingEvent> ReadEvents(long from, long to) => inner.ReadEvents(from, to);

        public IEnumerable<StoredState> ReadStates() => inner.ReadStates();

        public IEnumerable<StoredAudit> ReadAudit(long from, long to)
        {
            foreach (var stored in inner.ReadAudit(from, to))
            {
                if (stored.Event != victim.Event || stored.Index != victim.Index)
                {
                    yield return stored;
                }
                else if (change is not null)
                {
                    var buffer = new System.Buffers.ArrayBufferWriter<byte>();
                    AuditCodec.Write(change(stored.Decode()), buffer);
                    yield return stored with { Bytes = buffer.WrittenSpan.ToArray() };
                }
            }
        }
    }
}
