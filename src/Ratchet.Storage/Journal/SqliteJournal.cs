using System.Buffers;
using System.Security.Cryptography;
using Microsoft.Data.Sqlite;
using Ratchet.Storage.Columns;
using Ratchet.Storage.Studies;
using Ratchet.Trading.Events;
using Ratchet.Trading.Journal;

namespace Ratchet.Storage.Journal;

/// <summary>
/// A session's journal in one SQLite file (WAL, synchronous = FULL): append-only, every record chained to the one before. What is appended waits in memory and goes into
/// the file as one transaction at <see cref="Commit"/>, so that a group is there whole or not at all, and a full disk costs nothing but the wait.
/// One writer at a time; any number of <see cref="SqliteJournalReader"/>. One thread.
/// </summary>
public sealed class SqliteJournal : IJournal, IJournalReader, IDisposable
{
    private readonly string path;
    private readonly FileStream held;
    private readonly SqliteConnection connection;
    private readonly StatementCache statements;
    private readonly JournalTables tables;
    private readonly JournalChain chain = new();
    private readonly ArrayBufferWriter<byte> buffer = new(512);
    private readonly List<JournalRow> pending = [];
    private byte[] link;
    private long durable;
    private long nextEvent;
    private int place;
    private bool inDoubt;

    private SqliteJournal(string path, FileStream held, SqliteConnection connection)
    {
        this.path = path;
        this.held = held;
        this.connection = connection;
        statements = new(connection);
        tables = new(connection, path);
        Identity = JournalDatabase.ReadIdentity(connection, path);
        var head = tables.Head();
        durable = head.Record + 1;
        link = head.Link ?? JournalChain.First(Identity);
        nextEvent = tables.NextSequence;
        place = PlaceAfterLast();
    }

    /// <summary>Whose journal it is.</summary>
    public JournalIdentity Identity { get; }

    /// <inheritdoc/>
    public long NextSequence => Guarded(() => tables.NextSequence);

    /// <summary>How many records wait for the next commit.</summary>
    public int Pending => pending.Count;

    /// <summary>Is told of every step of a commit, for tests that stop the process there.</summary>
    internal Action<string>? Reached { get; set; }

    /// <summary>Opens a journal, or begins one where there is no file.</summary>
    /// <param name="path">The file, or a link to it; its folder exists.</param>
    /// <param name="identity">Whose it is. Of an existing file the hash of the options must agree; the rest is read from the file.</param>
    /// <param name="verify">Whether the chain over all records is checked, at some two microseconds a record. Default true.</param>
    /// <exception cref="JournalReadException">The file is damaged, foreign, of another version, was changed, belongs to other options, is being written by another session, or lies in a folder that cannot be written. It is left as it is.</exception>
    public static SqliteJournal Open(string path, JournalIdentity identity, bool verify = true)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(identity);
        path = JournalLock.RealPath(path);
        FileStream? held = JournalLock.Take(path);
        SqliteConnection? connection = null;
        SqliteJournal? journal = null;
        try
        {
            connection = JournalDatabase.OpenWriter(path, identity);
            DirectoryFlush.Flush(Path.GetDirectoryName(Path.GetFullPath(path))!);
            journal = JournalDatabase.Guarded(path, () => new SqliteJournal(path, held, connection));
            (held, connection) = (null, null);
            journal.RequireSound(identity, verify);
            var opened = journal;
            journal = null;
            return opened;
        }
        finally
        {
            journal?.Dispose();
            connection?.Dispose();
            held?.Dispose();
        }
    }

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The event's number does not follow.</exception>
    public void Append(in TradingEvent tradingEvent)
    {
        if (tradingEvent.Sequence != nextEvent)
        {
            throw new ArgumentException($"The next event of the journal has number {nextEvent}; this one has {tradingEvent.Sequence}.", nameof(tradingEvent));
        }

        buffer.ResetWrittenCount();
        EventCodec.Write(tradingEvent, buffer);
        nextEvent++;
        place = 0;
        Add(JournalTable.Events, tradingEvent.Sequence, 0, tradingEvent.Time, tradingEvent.Symbol, (byte)tradingEvent.Kind, buffer.WrittenSpan.ToArray(), []);
    }

    /// <inheritdoc/>
    public void Write(in AuditRecord record)
    {
        buffer.ResetWrittenCount();
        AuditCodec.Write(record, buffer);
        Add(JournalTable.Audit, nextEvent - 1, place++, record.Time, record.Symbol, (byte)record.Kind, buffer.WrittenSpan.ToArray(), []);
    }

    /// <inheritdoc/>
    public void AppendState(long nextSequence, ReadOnlySpan<byte> state)
    {
        var bytes = state.ToArray();
        Add(JournalTable.States, nextSequence, 0, 0, -1, 0, bytes, SHA256.HashData(bytes));
    }

    /// <inheritdoc/>
    /// <exception cref="JournalWriteException">The file could not be written; the group is kept and the commit can be called again.</exception>
    public void Commit()
    {
        if (pending.Count == 0)
        {
            return;
        }

        try
        {
            // After a failure the group may be in the file all the same: an error of the last flush does not say.
            var last = inDoubt && tables.Head() is { Record: var record, Link: { } found } && record >= durable ? found : Insert();
            link = last;
            durable += pending.Count;
            pending.Clear();
            inDoubt = false;
        }
        catch (SqliteException e)
        {
            inDoubt = true;
            RollBack();
            throw new JournalWriteException($"The journal {path} cannot be written: {e.Message} {pending.Count} records wait.", e);
        }
    }

    /// <inheritdoc/>
    public IEnumerable<TradingEvent> ReadEvents(long from, long to) => tables.ReadEvents(from, to);

    /// <inheritdoc/>
    public IEnumerable<StoredAudit> ReadAudit(long from, long to) => tables.ReadAudit(from, to);

    /// <inheritdoc/>
    public IEnumerable<StoredState> ReadStates() => tables.ReadStates();

    /// <summary>Closes the file. What was not committed is lost.</summary>
    public void Dispose()
    {
        statements.Dispose();
        connection.Dispose();
        chain.Dispose();
        held.Dispose();
    }

    /// <summary>Bounds the file, as a full disk does; 0 lifts the bound.</summary>
    internal void LimitPages(long pages) => statements.Scalar($"PRAGMA max_page_count = {(pages == 0 ? 1_073_741_823 : pages)}");

    private void RequireSound(JournalIdentity identity, bool verify)
    {
        if (Identity.OptionsHash != identity.OptionsHash)
        {
            throw new JournalReadException($"The journal {path} belongs to a session with other options: their hash is {Identity.OptionsHash}, and now {identity.OptionsHash}.");
        }

        if (verify)
        {
            Guarded(() =>
            {
                tables.Verify(Identity);
                return true;
            });
        }
    }

    private void Add(JournalTable table, long number, int at, long time, int symbol, byte kind, byte[] bytes, byte[] hash) =>
        pending.Add(new(table, durable + pending.Count, number, at, time, symbol, kind, bytes, hash));

    /// <summary>Writes the group in one transaction; the link of its last record.</summary>
    private byte[] Insert()
    {
        Reached?.Invoke("before begin");
        statements.Execute("BEGIN IMMEDIATE");
        Reached?.Invoke("begun");
        var last = link;
        foreach (var row in pending)
        {
            last = chain.Next(last, row);
            Insert(row, last);
            Reached?.Invoke("inserted");
        }

        Reached?.Invoke("before commit");
        statements.Execute("COMMIT");
        Reached?.Invoke("committed");
        return last;
    }

    private void Insert(in JournalRow row, byte[] linked)
    {
        switch (row.Table)
        {
            case JournalTable.Events:
                statements.Execute(JournalSchema.InsertEvent, row.Number, row.Record, row.Time, row.Symbol, row.Kind, row.Bytes, linked);
                break;
            case JournalTable.Audit:
                statements.Execute(JournalSchema.InsertAudit, row.Number, row.Record, row.Place, row.Time, row.Symbol, row.Kind, row.Bytes, linked);
                break;
            default:
                statements.Execute(JournalSchema.InsertState, row.Number, row.Record, row.Bytes, row.Hash, linked);
                break;
        }
    }

    private void RollBack()
    {
        // SQLite ends the transaction itself after some errors, such as a full disk.
        if (SQLitePCL.raw.sqlite3_get_autocommit(connection.Handle) == 0)
        {
            SQLitePCL.raw.sqlite3_exec(connection.Handle, "ROLLBACK");
        }
    }

    private int PlaceAfterLast()
    {
        var last = tables.ReadAudit(nextEvent - 1, nextEvent).Select(a => (int?)a.Index).LastOrDefault();
        return last + 1 ?? 0;
    }

    private T Guarded<T>(Func<T> work) => JournalDatabase.Guarded(path, work);
}
