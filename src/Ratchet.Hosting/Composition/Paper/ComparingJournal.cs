using System.Buffers;
using Ratchet.Trading.Events;
using Ratchet.Trading.Journal;

namespace Ratchet.Hosting.Composition.Paper;

/// <summary>A journal that keeps nothing and compares everything, byte for byte, with a recorded one.</summary>
internal sealed class ComparingJournal : IJournal, IDisposable
{
    private readonly IEnumerator<TradingEvent> events;
    private readonly IEnumerator<StoredAudit> records;
    private readonly ArrayBufferWriter<byte> given = new(512);
    private readonly ArrayBufferWriter<byte> recorded = new(512);

    public ComparingJournal(IJournalReader reader)
    {
        events = reader.ReadEvents(0, reader.NextSequence).GetEnumerator();
        records = reader.ReadAudit(0, reader.NextSequence).GetEnumerator();
    }

    public RunHashes Recorded { get; } = new();

    public RunHashes Replayed { get; } = new();

    public long Events { get; private set; }

    public long Records { get; private set; }

    public long Signals { get; private set; }

    public long Orders { get; private set; }

    public long Fills { get; private set; }

    public long Trades { get; private set; }

    /// <summary>What differed first; null where nothing did.</summary>
    public string? FirstDifference { get; private set; }

    public void Append(in TradingEvent tradingEvent)
    {
        Events++;
        Signals += tradingEvent.Kind == EventKind.Signal ? 1 : 0;
        Encode(tradingEvent, given);
        Replayed.AddEvent(given.WrittenSpan);
        if (!events.MoveNext())
        {
            FirstDifference ??= $"event {tradingEvent.Sequence}: the session has none, the replay has {tradingEvent}";
            return;
        }

        Encode(events.Current, recorded);
        Recorded.AddEvent(recorded.WrittenSpan);
        if (FirstDifference is null && !given.WrittenSpan.SequenceEqual(recorded.WrittenSpan))
        {
            FirstDifference = $"event {tradingEvent.Sequence}: the session has {events.Current}, the replay has {tradingEvent}";
        }
    }

    public void Write(in AuditRecord record)
    {
        Records++;
        Orders += record.Kind == AuditKind.OrderPlaced ? 1 : 0;
        Fills += record.Kind == AuditKind.OrderFilled ? 1 : 0;
        Trades += record.Kind == AuditKind.PositionClosed ? 1 : 0;
        given.ResetWrittenCount();
        AuditCodec.Write(record, given);
        Replayed.AddRecord(record, given.WrittenSpan);
        if (!NextRecord(out var stored, out var decoded))
        {
            FirstDifference ??= $"event {record.Event}: the session has no such record, the replay has {record}";
            return;
        }

        Recorded.AddRecord(decoded, stored.Bytes.Span);
        if (FirstDifference is null && !given.WrittenSpan.SequenceEqual(stored.Bytes.Span))
        {
            FirstDifference = $"event {record.Event}: the session has {decoded}, the replay has {record}";
        }
    }

    public void AppendState(long nextSequence, ReadOnlySpan<byte> state)
    {
    }

    public void Commit()
    {
    }

    /// <summary>Takes what the recorded journal has beyond the replay.</summary>
    public void End()
    {
        while (events.MoveNext())
        {
            FirstDifference ??= $"event {events.Current.Sequence}: the session has {events.Current}, the replay has none";
            Encode(events.Current, recorded);
            Recorded.AddEvent(recorded.WrittenSpan);
        }

        while (NextRecord(out var stored, out var decoded))
        {
            FirstDifference ??= $"event {decoded.Event}: the session has {decoded}, the replay has no such record";
            Recorded.AddRecord(decoded, stored.Bytes.Span);
        }
    }

    public void Dispose()
    {
        events.Dispose();
        records.Dispose();
        Recorded.Dispose();
        Replayed.Dispose();
    }

    private static void Encode(in TradingEvent tradingEvent, ArrayBufferWriter<byte> output)
    {
        output.ResetWrittenCount();
        EventCodec.Write(tradingEvent, output);
    }

    private bool NextRecord(out StoredAudit stored, out AuditRecord decoded)
    {
        while (records.MoveNext())
        {
            stored = records.Current;
            decoded = stored.Decode();
            if (!RunHashes.IsOfSession(decoded))
            {
                return true;
            }
        }

        (stored, decoded) = (default, default);
        return false;
    }
}
