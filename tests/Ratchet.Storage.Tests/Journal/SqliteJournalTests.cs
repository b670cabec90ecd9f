using Microsoft.Data.Sqlite;
using Ratchet.KillHost.Sessions;
using Ratchet.Trading.Engine;
using Ratchet.Trading.Events;
using Ratchet.Trading.Journal;

namespace Ratchet.Storage.Tests.Journal;

public sealed class SqliteJournalTests : IDisposable
{
    private readonly JournalFile file = new();

    [Fact]
    public void Commit_SameSession_ReadsAsTheMemoryJournal()
    {
        var memory = new MemoryJournal();
        var expected = SessionRecovery.Recover(Script.Options, Script.MakeStrategies(), Script.MakeAdviser(), memory, memory, cancellationToken: TestContext.Current.CancellationToken).Session;
        expected.StateInterval = 20;
        JournalFile.Run(expected, Script.MakeInputs(40), 60);
        file.Fill();
        using var reader = file.Read();
        reader.Verify();
        Assert.Equal(JournalFile.Identity, reader.Identity);
        Assert.Equal(memory.NextSequence, reader.NextSequence);
        AssertSame(memory, reader, 0, long.MaxValue);
        AssertSame(memory, reader, 17, 40);
        AssertSame(memory, reader, -1, 1);
        Assert.Equal(memory.ReadStates().Select(s => (s.NextSequence, Hex(s.Bytes))), reader.ReadStates().Select(s => (s.NextSequence, Hex(s.Bytes))));
        Assert.Empty(reader.ReadEvents(reader.NextSequence, long.MaxValue));
        Assert.Empty(reader.ReadAudit(reader.NextSequence, long.MaxValue));
    }

    [Fact]
    public void Dispose_WithoutCommit_LosesTheGroupWhole()
    {
        file.Fill(30);
        using (var journal = file.Open())
        {
            var session = JournalFile.Recover(journal);
            Script.MakeInputs(40)[30].Give(session);
            Assert.True(journal.Pending > 2);
        }

        using var again = file.Open();
        Assert.Equal(30, JournalFile.Recover(again).Inputs);
        Assert.Equal(0, again.Pending);
    }

    [Theory]
    [InlineData("UPDATE events SET time = 0")]
    [InlineData("DELETE FROM events")]
    [InlineData("UPDATE audit SET symbol = 5")]
    [InlineData("DELETE FROM audit WHERE record = 3")]
    [InlineData("UPDATE states SET hash = x'00'")]
    [InlineData("DELETE FROM states")]
    [InlineData("UPDATE session SET options_hash = 'other'")]
    [InlineData("DELETE FROM session")]
    public void File_UpdateOrDelete_IsRefused(string sql)
    {
        file.Fill();
        var error = Assert.Throws<SqliteException>(() => file.Execute(sql));
        Assert.Contains("append-only", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("UPDATE events SET bytes = zeroblob(length(bytes)) WHERE sequence = 11", "Events 11")]
    [InlineData("UPDATE events SET time = time + 1 WHERE sequence = 11", "Events 11")]
    [InlineData("UPDATE events SET symbol = 1 - symbol WHERE sequence = 0", "Events 0")]
    [InlineData("UPDATE audit SET kind = kind + 1 WHERE record = (SELECT max(record) FROM audit)", "Audit")]
    [InlineData("UPDATE audit SET place = place + 1 WHERE record = (SELECT min(record) FROM audit)", "Audit")]
    [InlineData("UPDATE audit SET link = zeroblob(32) WHERE record = (SELECT max(record) FROM audit)", "Audit")]
    [InlineData("DELETE FROM audit WHERE record = (SELECT min(record) FROM audit)", "lacks record")]
    [InlineData("DELETE FROM events WHERE sequence = 0", "lacks record 0")]
    [InlineData("UPDATE states SET hash = zeroblob(32) WHERE next_sequence = (SELECT min(next_sequence) FROM states)", "States")]
    [InlineData("UPDATE session SET created = created + 1", "chain breaks at record 0")]
    public void Open_RecordChanged_IsFoundAndNamed(string sql, string expected)
    {
        file.Fill();
        file.Tamper(sql);
        var error = Assert.Throws<JournalReadException>(() => file.Open().Dispose());
        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
        using var reader = file.Read();
        Assert.Throws<JournalReadException>(reader.Verify);
    }

    [Fact]
    public void Recover_NewestStateDamaged_TheOneBeforeIsUsed()
    {
        file.Fill(60, 30);
        file.Tamper("UPDATE states SET bytes = zeroblob(length(bytes)) WHERE next_sequence = (SELECT max(next_sequence) FROM states)");
        using var journal = file.Open();
        var states = journal.ReadStates().ToList();
        Assert.True(states.Count > 1);
        var recovered = SessionRecovery.Recover(Script.Options, Script.MakeStrategies(), Script.MakeAdviser(), journal, journal, cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal(states[0].NextSequence, recovered.Report.ReplayedFrom);
        Assert.True(recovered.Report.RecordsCompared > 30);
    }

    [Fact]
    public void Commit_DiskIsFull_GroupIsKeptAndComesLater()
    {
        file.Fill(30);
        var inputs = Script.MakeInputs(40);
        using (var journal = file.Open())
        {
            var session = JournalFile.Recover(journal);
            journal.LimitPages(1);
            GiveMuch(session);
            var error = Assert.Throws<JournalWriteException>(session.Commit);
            Assert.Contains("full", error.Message, StringComparison.Ordinal);
            Assert.Throws<JournalWriteException>(session.Commit);
            Assert.True(session.CommitOwed);
            Assert.Throws<InvalidOperationException>(() => inputs[31].Give(session));
            using (var reader = file.Read())
            {
                Assert.True(reader.NextSequence < session.NextSequence);
            }

            journal.LimitPages(0);
            session.Commit();
            JournalFile.Run(session, inputs, 60);
        }

        using var whole = new JournalFile();
        whole.Fill(30);
        using (var journal = whole.Open())
        {
            var session = JournalFile.Recover(journal);
            GiveMuch(session);
            session.Commit();
            JournalFile.Run(session, inputs, 60);
        }

        using var one = file.Read();
        using var other = whole.Read();
        one.Verify();
        AssertSame(other, one, 0, long.MaxValue);
    }

    [Fact]
    public void Commit_ErrorAfterTheGroupIsInTheFile_IsNotWrittenTwice()
    {
        file.Fill(30);
        using var journal = file.Open();
        var session = JournalFile.Recover(journal);
        journal.Reached = step =>
        {
            if (step == "committed")
            {
                throw new SqliteException("disk I/O error", 10);
            }
        };
        var inputs = Script.MakeInputs(40);
        inputs[30].Give(session);
        Assert.Throws<JournalWriteException>(session.Commit);
        journal.Reached = null;
        session.Commit();
        Assert.Equal(0, journal.Pending);
        Assert.Equal(session.NextSequence, journal.NextSequence);
        JournalFile.Run(session, inputs, 60);
        using var reader = file.Read();
        reader.Verify();
    }

    [Fact]
    public void Append_NumberThatDoesNotFollow_Throws()
    {
        using var journal = file.Open();
        Assert.Throws<ArgumentException>(() => journal.Append(TradingEvent.OfTimer(1, 0)));
    }

    [Fact]
    public void Read_WhileASessionWrites_SeesWhatWasCommitted()
    {
        using var journal = file.Open();
        var session = JournalFile.Recover(journal);
        var inputs = Script.MakeInputs(40);
        JournalFile.Run(session, inputs, 10);
        using var reader = file.Read();
        var before = reader.NextSequence;
        inputs[10].Give(session);
        Assert.Equal(before, reader.NextSequence);
        session.Commit();
        Assert.Equal(session.NextSequence, reader.NextSequence);
    }

    [Fact]
    public void ReadBetween_TimesAndSymbol_AreThoseOfAPlainFilter()
    {
        file.Fill(90);
        using var reader = file.Read();
        var events = reader.ReadEvents(0, long.MaxValue).ToList();
        var audit = reader.ReadAudit(0, long.MaxValue).Select(a => a.Decode()).ToList();
        var times = events.Select(e => e.Time).Distinct().ToList();
        foreach (var (from, to) in new[] { (times[3], times[9]), (times[0] - 5, times[2] + 1), (times[^2], long.MaxValue), (times[5], times[5]) })
        {
            foreach (var symbol in new int?[] { null, 0, 1 })
            {
                Assert.Equal(
                    events.Where(e => e.Time >= from && e.Time < to && (symbol is null || e.Symbol == symbol)).Select(e => e.Sequence),
                    reader.ReadEventsBetween(from, to, symbol).Select(e => e.Sequence));
                Assert.Equal(
                    audit.Where(a => a.Time >= from && a.Time < to && (symbol is null || a.Symbol == symbol)).Select(a => (a.Event, a.Kind, a.Order)),
                    reader.ReadAuditBetween(from, to, symbol).Select(a => (a.Event, a.Kind, a.Order)));
            }
        }
    }

    public void Dispose() => file.Dispose();

    private static void GiveMuch(TradingSession session) => session.FeedChanged(session.Time, 0, new(FeedState.Stale, new('x', 50_000), 0));

    private static void AssertSame(IJournalReader expected, IJournalReader actual, long from, long to)
    {
        Assert.Equal(expected.ReadEvents(from, to).Select(e => e.ToString()), actual.ReadEvents(from, to).Select(e => e.ToString()));
        Assert.Equal(
            expected.ReadAudit(from, to).Select(a => (a.Event, a.Index, Hex(a.Bytes))), actual.ReadAudit(from, to).Select(a => (a.Event, a.Index, Hex(a.Bytes))));
    }

    private static string Hex(ReadOnlyMemory<byte> bytes) => Convert.ToHexString(bytes.Span);
}
