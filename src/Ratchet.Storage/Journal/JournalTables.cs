using System.Security.Cryptography;
using Microsoft.Data.Sqlite;
using Ratchet.Trading.Events;
using Ratchet.Trading.Journal;

namespace Ratchet.Storage.Journal;

/// <summary>Reads the rows of a journal through a connection, streaming.</summary>
internal sealed class JournalTables(SqliteConnection connection, string path)
{
    /// <summary>The number of the next event.</summary>
    public long NextSequence => Number("SELECT max(sequence) FROM events") is { } last ? last + 1 : 0;

    /// <summary>The last record's number and link; number -1 where there is none.</summary>
    public (long Record, byte[]? Link) Head()
    {
        var head = (Record: -1L, Link: (byte[]?)null);
        foreach (var sql in (ReadOnlySpan<string>)
            [
                "SELECT record, link FROM events ORDER BY sequence DESC LIMIT 1",
                "SELECT record, link FROM audit ORDER BY record DESC LIMIT 1",
                "SELECT record, link FROM states ORDER BY next_sequence DESC LIMIT 1",
            ])
        {
            using var command = Command(sql);
            using var reader = command.ExecuteReader();
            if (reader.Read() && reader.GetInt64(0) > head.Record)
            {
                head = (reader.GetInt64(0), (byte[])reader.GetValue(1));
            }
        }

        return head;
    }

    public IEnumerable<TradingEvent> ReadEvents(long from, long to)
    {
        foreach (var row in Events(from, to))
        {
            yield return Decoded(row, static r => EventCodec.Read(r.Bytes));
        }
    }

    public IEnumerable<StoredAudit> ReadAudit(long from, long to)
    {
        var first = from <= -1 ? -1 : Number("SELECT record FROM events WHERE sequence = @0", from);
        var last = to <= -1 ? -1 : Number("SELECT record FROM events WHERE sequence = @0", to) ?? long.MaxValue;
        return first is null ? [] : Audit(first.Value, last).Select(static r => new StoredAudit(r.Number, r.Place, r.Bytes));
    }

    /// <summary>The number of the first event at or after a time, by bisection: times rise with numbers.</summary>
    public long FirstAt(long time)
    {
        var low = 0L;
        var high = NextSequence;
        while (low < high)
        {
            var middle = low + ((high - low) / 2);
            if (Number("SELECT time FROM events WHERE sequence = @0", middle) < time)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }

    public IEnumerable<StoredState> ReadStates()
    {
        using var command = Command("SELECT next_sequence, bytes, hash FROM states ORDER BY next_sequence DESC");
        using var reader = command.ExecuteReader();
        while (Step(reader))
        {
            var bytes = (byte[])reader.GetValue(1);
            if (SHA256.HashData(bytes).AsSpan().SequenceEqual((byte[])reader.GetValue(2)))
            {
                yield return new(reader.GetInt64(0), bytes);
            }
        }
    }

    /// <summary>Goes along the whole chain.</summary>
    /// <exception cref="JournalReadException">A record is missing, was changed or moved.</exception>
    public void Verify(JournalIdentity identity)
    {
        using var chain = new JournalChain();
        using var events = Linked(Events(0, long.MaxValue)).GetEnumerator();
        using var audit = Linked(Audit(-1, long.MaxValue)).GetEnumerator();
        using var states = Linked(States()).GetEnumerator();
        var streams = new[] { events, audit, states };
        var more = new[] { events.MoveNext(), audit.MoveNext(), states.MoveNext() };
        var link = JournalChain.First(identity);
        for (var record = 0L; more[0] || more[1] || more[2]; record++)
        {
            var place = -1;
            for (var i = 0; i < streams.Length; i++)
            {
                place = more[i] && streams[i].Current.Row.Record == record ? i : place;
            }

            if (place < 0)
            {
                throw new JournalReadException($"The journal {path} lacks record {record}: it was changed by somebody else.");
            }

            var (row, stored) = streams[place].Current;
            link = chain.Next(link, row);
            if (!link.AsSpan().SequenceEqual(stored))
            {
                throw new JournalReadException($"The journal {path} was changed by somebody else: its chain breaks at record {record}, {row.Table} {row.Number}.");
            }

            more[place] = streams[place].MoveNext();
        }
    }

    private IEnumerable<(JournalRow Row, byte[] Link)> Linked(IEnumerable<JournalRow> rows) => rows.Select(r => (r, links[(int)r.Table]));

    private readonly byte[][] links = [[], [], [], []];

    private IEnumerable<JournalRow> Events(long from, long to)
    {
        using var command = Command("SELECT record, sequence, time, symbol, kind, bytes, link FROM events WHERE sequence >= @0 AND sequence < @1 ORDER BY sequence", from, to);
        using var reader = command.ExecuteReader();
        while (Step(reader))
        {
            links[(int)JournalTable.Events] = (byte[])reader.GetValue(6);
            yield return new(
                JournalTable.Events, reader.GetInt64(0), reader.GetInt64(1), 0, reader.GetInt64(2), reader.GetInt32(3), reader.GetByte(4), (byte[])reader.GetValue(5), []);
        }
    }

    private IEnumerable<JournalRow> Audit(long after, long before)
    {
        using var command = Command("SELECT record, event, place, time, symbol, kind, bytes, link FROM audit WHERE record > @0 AND record < @1 ORDER BY record", after, before);
        using var reader = command.ExecuteReader();
        while (Step(reader))
        {
            links[(int)JournalTable.Audit] = (byte[])reader.GetValue(7);
            yield return new(
                JournalTable.Audit, reader.GetInt64(0), reader.GetInt64(1), reader.GetInt32(2), reader.GetInt64(3), reader.GetInt32(4), reader.GetByte(5),
                (byte[])reader.GetValue(6), []);
        }
    }

    private IEnumerable<JournalRow> States()
    {
        using var command = Command("SELECT record, next_sequence, hash, link FROM states ORDER BY next_sequence");
        using var reader = command.ExecuteReader();
        while (Step(reader))
        {
            links[(int)JournalTable.States] = (byte[])reader.GetValue(3);
            yield return new(JournalTable.States, reader.GetInt64(0), reader.GetInt64(1), 0, 0, -1, 0, [], (byte[])reader.GetValue(2));
        }
    }

    private bool Step(SqliteDataReader reader) => JournalDatabase.Guarded(path, reader.Read);

    private T Decoded<T>(in JournalRow row, Func<JournalRow, T> decode)
    {
        try
        {
            return decode(row);
        }
        catch (InvalidDataException e)
        {
            throw new JournalReadException($"The journal {path} is damaged at record {row.Record}, {row.Table} {row.Number}: {e.Message}", e);
        }
    }

    private long? Number(string sql, params ReadOnlySpan<long> arguments)
    {
        using var command = Command(sql, arguments);
        return command.ExecuteScalar() as long?;
    }

    private SqliteCommand Command(string sql, params ReadOnlySpan<long> arguments)
    {
        var command = connection.CreateCommand();
#pragma warning disable CA2100 // Only constants of this type arrive here; values go through parameters.
        command.CommandText = sql;
#pragma warning restore CA2100
        for (var i = 0; i < arguments.Length; i++)
        {
            command.Parameters.AddWithValue(i == 0 ? "@0" : "@1", arguments[i]);
        }

        return command;
    }
}
