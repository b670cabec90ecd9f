using System.Buffers;
using Ratchet.Trading.Events;

namespace Ratchet.Trading.Journal;

/// <summary>
/// A journal in memory, for backtests and tests. Readers see what was committed, in its encoded form, so that what a file would refuse is refused here too;
/// <see cref="Crash"/> drops what was not. Some 100 to 300 bytes a record.
/// </summary>
public sealed class MemoryJournal : IJournal, IJournalReader
{
    private readonly List<byte[]> events = [];
    private readonly List<StoredAudit> audit = [];
    private readonly List<StoredState> states = [];
    private readonly ArrayBufferWriter<byte> buffer = new(512);
    private int committedEvents;
    private int committedAudit;
    private int committedStates;
    private int index;

    /// <inheritdoc/>
    public long NextSequence => committedEvents;

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The event's number does not follow.</exception>
    public void Append(in TradingEvent tradingEvent)
    {
        if (tradingEvent.Sequence != events.Count)
        {
            throw new ArgumentException($"The next event has number {events.Count}; this one has {tradingEvent.Sequence}.", nameof(tradingEvent));
        }

        buffer.ResetWrittenCount();
        EventCodec.Write(tradingEvent, buffer);
        events.Add(buffer.WrittenSpan.ToArray());
        index = 0;
    }

    /// <inheritdoc/>
    public void Write(in AuditRecord record)
    {
        buffer.ResetWrittenCount();
        AuditCodec.Write(record, buffer);
        audit.Add(new(events.Count - 1, index++, buffer.WrittenSpan.ToArray()));
    }

    /// <inheritdoc/>
    public void AppendState(long nextSequence, ReadOnlySpan<byte> state) => states.Add(new(nextSequence, state.ToArray()));

    /// <inheritdoc/>
    public void Commit()
    {
        committedEvents = events.Count;
        committedAudit = audit.Count;
        committedStates = states.Count;
    }

    /// <summary>Forgets what was not committed, as a process does that dies.</summary>
    public void Crash()
    {
        events.RemoveRange(committedEvents, events.Count - committedEvents);
        audit.RemoveRange(committedAudit, audit.Count - committedAudit);
        states.RemoveRange(committedStates, states.Count - committedStates);
        index = audit.Count > 0 && audit[^1].Event == events.Count - 1 ? audit[^1].Index + 1 : 0;
    }

    /// <inheritdoc/>
    public IEnumerable<TradingEvent> ReadEvents(long from, long to)
    {
        for (var i = Math.Max(0, from); i < Math.Min(to, committedEvents); i++)
        {
            yield return EventCodec.Read(events[(int)i]);
        }
    }

    /// <inheritdoc/>
    public IEnumerable<StoredAudit> ReadAudit(long from, long to)
    {
        for (var i = 0; i < committedAudit; i++)
        {
            if (audit[i].Event >= from && audit[i].Event < to)
            {
                yield return audit[i];
            }
        }
    }

    /// <inheritdoc/>
    public IEnumerable<StoredState> ReadStates()
    {
        for (var i = committedStates - 1; i >= 0; i--)
        {
            yield return states[i];
        }
    }
}
