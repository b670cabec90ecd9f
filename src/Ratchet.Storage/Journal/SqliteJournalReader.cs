using Microsoft.Data.Sqlite;
using Ratchet.Trading.Events;
using Ratchet.Trading.Journal;

namespace Ratchet.Storage.Journal;

/// <summary>
/// Reads a journal file, also while a session writes it: it sees what was committed when a reading began. For explaining, replaying and reports. Streaming; one thread.
/// </summary>
public sealed class SqliteJournalReader : IJournalReader, IDisposable
{
    private readonly string path;
    private readonly SqliteConnection connection;
    private readonly JournalTables tables;

    /// <summary>Opens a journal.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="JournalReadException">The file is missing, damaged, foreign or of another version.</exception>
    public SqliteJournalReader(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        this.path = path;
        connection = JournalDatabase.OpenReader(path);
        tables = new(connection, path);
        Identity = JournalDatabase.Guarded(path, () => JournalDatabase.ReadIdentity(connection, path));
    }

    /// <summary>Whose journal it is.</summary>
    public JournalIdentity Identity { get; }

    /// <inheritdoc/>
    public long NextSequence => JournalDatabase.Guarded(path, () => tables.NextSequence);

    /// <inheritdoc/>
    public IEnumerable<TradingEvent> ReadEvents(long from, long to) => tables.ReadEvents(from, to);

    /// <inheritdoc/>
    public IEnumerable<StoredAudit> ReadAudit(long from, long to) => tables.ReadAudit(from, to);

    /// <summary>Reads the audit records of a stretch of time, such as to explain it.</summary>
    /// <param name="from">The first moment, in milliseconds since 1970-01-01 UTC.</param>
    /// <param name="to">The moment after the last.</param>
    /// <param name="symbol">The symbol's place in the options; null for all, and for what is about none.</param>
    /// <exception cref="JournalReadException">The file is damaged.</exception>
    public IEnumerable<AuditRecord> ReadAuditBetween(long from, long to, int? symbol = null) =>
        tables.ReadAudit(tables.FirstAt(from), tables.FirstAt(to)).Select(static a => a.Decode()).Where(r => symbol is null || r.Symbol == symbol);

    /// <summary>Reads the events of a stretch of time.</summary>
    /// <param name="from">The first moment, in milliseconds since 1970-01-01 UTC.</param>
    /// <param name="to">The moment after the last.</param>
    /// <param name="symbol">The symbol's place in the options; null for all, and for what is about none.</param>
    /// <exception cref="JournalReadException">The file is damaged.</exception>
    public IEnumerable<TradingEvent> ReadEventsBetween(long from, long to, int? symbol = null) =>
        tables.ReadEvents(tables.FirstAt(from), tables.FirstAt(to)).Where(e => symbol is null || e.Symbol == symbol);

    /// <inheritdoc/>
    public IEnumerable<StoredState> ReadStates() => tables.ReadStates();

    /// <summary>Goes along the chain over every record; some two microseconds a record.</summary>
    /// <exception cref="JournalReadException">A record is damaged, missing or was changed.</exception>
    public void Verify() => JournalDatabase.Guarded(path, () =>
    {
        tables.Verify(Identity);
        return true;
    });

    /// <inheritdoc/>
    public void Dispose() => connection.Dispose();
}
