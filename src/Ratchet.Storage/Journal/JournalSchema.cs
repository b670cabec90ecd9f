namespace Ratchet.Storage.Journal;

/// <summary>
/// The tables of a journal file. Records of the three tables share one numbering, in the order of appending; links chain them in that order. There are no
/// secondary indexes: times and event numbers rise with the record number, so that ranges are found by bisection and every write goes to an end.
/// </summary>
internal static class JournalSchema
{
    public const int Version = 1;

    /// <summary>SQLite's application identity of our journals: "RTJL".</summary>
    public const int Application = 0x52544A4C;

    public const string Create = """
        CREATE TABLE session (
            id INTEGER PRIMARY KEY CHECK (id = 1), options_hash TEXT NOT NULL, code_version TEXT NOT NULL, created INTEGER NOT NULL);
        CREATE TABLE events (
            sequence INTEGER PRIMARY KEY, record INTEGER NOT NULL, time INTEGER NOT NULL, symbol INTEGER NOT NULL, kind INTEGER NOT NULL,
            bytes BLOB NOT NULL, link BLOB NOT NULL);
        CREATE TABLE audit (
            record INTEGER PRIMARY KEY, event INTEGER NOT NULL, place INTEGER NOT NULL, time INTEGER NOT NULL, symbol INTEGER NOT NULL, kind INTEGER NOT NULL,
            bytes BLOB NOT NULL, link BLOB NOT NULL);
        CREATE TABLE states (
            next_sequence INTEGER PRIMARY KEY, record INTEGER NOT NULL, bytes BLOB NOT NULL, hash BLOB NOT NULL, link BLOB NOT NULL);
        CREATE TRIGGER session_keeps BEFORE UPDATE ON session BEGIN SELECT RAISE(ABORT, 'a journal is append-only'); END;
        CREATE TRIGGER session_stays BEFORE DELETE ON session BEGIN SELECT RAISE(ABORT, 'a journal is append-only'); END;
        CREATE TRIGGER events_keep BEFORE UPDATE ON events BEGIN SELECT RAISE(ABORT, 'a journal is append-only'); END;
        CREATE TRIGGER events_stay BEFORE DELETE ON events BEGIN SELECT RAISE(ABORT, 'a journal is append-only'); END;
        CREATE TRIGGER audit_keeps BEFORE UPDATE ON audit BEGIN SELECT RAISE(ABORT, 'a journal is append-only'); END;
        CREATE TRIGGER audit_stays BEFORE DELETE ON audit BEGIN SELECT RAISE(ABORT, 'a journal is append-only'); END;
        CREATE TRIGGER states_keep BEFORE UPDATE ON states BEGIN SELECT RAISE(ABORT, 'a journal is append-only'); END;
        CREATE TRIGGER states_stay BEFORE DELETE ON states BEGIN SELECT RAISE(ABORT, 'a journal is append-only'); END;
        PRAGMA application_id = 1381255756;
        PRAGMA user_version = 1;
        """;

    public const string InsertSession = "INSERT INTO session (id, options_hash, code_version, created) VALUES (1, @0, @1, @2)";

    public const string InsertEvent = "INSERT INTO events (sequence, record, time, symbol, kind, bytes, link) VALUES (@0, @1, @2, @3, @4, @5, @6)";

    public const string InsertAudit = "INSERT INTO audit (event, record, place, time, symbol, kind, bytes, link) VALUES (@0, @1, @2, @3, @4, @5, @6, @7)";

    public const string InsertState = "INSERT INTO states (next_sequence, record, bytes, hash, link) VALUES (@0, @1, @2, @3, @4)";
}
