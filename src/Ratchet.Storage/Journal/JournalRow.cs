namespace Ratchet.Storage.Journal;

/// <summary>One record of a journal, as it is stored.</summary>
/// <param name="Table">Where.</param>
/// <param name="Record">Its number among all records, from 0.</param>
/// <param name="Number">The event's number; of an audit record that of the event before it; of a state that of the event after it.</param>
/// <param name="Place">An audit record's place after its event.</param>
/// <param name="Time">The session's time.</param>
/// <param name="Symbol">The symbol's place in the options.</param>
/// <param name="Kind">The kind of event or audit record.</param>
/// <param name="Bytes">What was encoded.</param>
/// <param name="Hash">Of a state the SHA-256 of its bytes; else empty.</param>
internal readonly record struct JournalRow(JournalTable Table, long Record, long Number, int Place, long Time, int Symbol, byte Kind, byte[] Bytes, byte[] Hash);
