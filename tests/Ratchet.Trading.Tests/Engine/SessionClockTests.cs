using Ratchet.Market.Time;
using Ratchet.Trading.Engine;
using Ratchet.Trading.Events;
using Ratchet.Trading.Journal;

namespace Ratchet.Trading.Tests.Engine;

/// <summary>A clock that steps far forward, and time that really passed.</summary>
public sealed class SessionClockTests
{
    private const long Hour = Scenario.Hour;
    private readonly MemoryJournal journal = new();
    private readonly List<AuditRecord> told = [];

    [Fact]
    public void TimePassed_FirstOfAllAndFarAhead_TheSessionTrades()
    {
        var session = Session();
        session.TimePassed(1000 * Hour);
        session.TimePassed(1000 * Hour);
        Give(session, 0, 50);
        Assert.NotEmpty(session.Engine.Positions);
        Assert.Equal(50 * Hour, session.Time);
        Assert.Equal(0, session.Engine.RefusedEvents);
    }

    [Fact]
    public void ClockStepsForward_TimeIsHeldAndToldOnce_AndGoesOnWithData()
    {
        var session = Session();
        Give(session, 0, 3);
        session.TimePassed(3 * Hour + 60_000);
        session.TimePassed(1000 * Hour);
        session.TimePassed(1001 * Hour);
        session.Commanded(1001 * Hour, -1, new(CommandKind.Reduce, "test", "test"));
        Assert.Equal((3 * Hour) + 60_000, session.Time);
        Give(session, 3, 8);
        Assert.Equal(8 * Hour, session.Time);
        session.TimePassed(9 * Hour);
        session.TimePassed((10 * Hour) + 1);
        Assert.Equal(9 * Hour, session.Time);
        Assert.Equal([1000 * Hour, (10 * Hour) + 1], Steps(session).Select(r => (long)r.Value));
        Assert.Equal(TimeFrame.Hour1.Milliseconds, session.MaximumStep);
    }

    [Fact]
    public void Weekend_BarsBringTheirOwnTime()
    {
        var session = Session();
        Give(session, 0, 3);
        Give(session, 60, 63);
        session.TimePassed((63 * Hour) + 1);
        Assert.Equal((63 * Hour) + 1, session.Time);
        Assert.Empty(Steps(session));
    }

    [Fact]
    public void ClockSkew_ABarOfASteppedClock_TripsIt()
    {
        var session = Session(60_000);
        Give(session, 0, 1);
        session.BarClosed(5 * Hour, 0, new(Hour, 100, 100, 100, 100, 1));
        session.Commit();
        Assert.Contains(told, r => r.Kind == AuditKind.RiskTripped && r.Reason == AuditReason.ClockSkew);
    }

    [Fact]
    public void Recovered_HeldTime_IsTheSame()
    {
        var session = Session();
        Give(session, 0, 3);
        session.TimePassed(1000 * Hour);
        session.Commit();
        var again = SessionRecovery.Recover(
            session.Engine.Options, [new LoggedStrategy("hand", [])], null, journal, journal, fromStart: true, cancellationToken: TestContext.Current.CancellationToken).Session;
        Assert.Equal((3 * Hour, session.Inputs), (again.Time, again.Inputs));
        again.TimePassed(1000 * Hour);
        Assert.Equal(3 * Hour, again.Time);
    }

    [Fact]
    public void MaximumStep_BelowZero_Throws() => Assert.Throws<ArgumentOutOfRangeException>(() => Session().MaximumStep = -1);

    private static void Give(TradingSession session, int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            session.BarClosed((i + 1) * Hour, 0, new(i * Hour, 100, 100, 100, 100, 1));
        }
    }

    private TradingSession Session(long skew = 0) =>
        new(new(Scenario.Plain with { Limits = Scenario.Plain.Limits with { StaleBars = 3, ClockSkew = skew } }), [new LoggedStrategy("hand", [])], null, journal, 0) { Published = new Sink(told) };

    private IEnumerable<AuditRecord> Steps(TradingSession session)
    {
        session.Commit();
        return told.Where(r => r.Reason == AuditReason.ClockStepped);
    }

    private sealed class Sink(List<AuditRecord> told) : IAuditSink
    {
        public void Write(in AuditRecord record) => told.Add(record);
    }
}
