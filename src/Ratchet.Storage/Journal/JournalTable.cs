namespace Ratchet.Storage.Journal;

/// <summary>The table that a record is in. The numbers are part of the chain.</summary>
internal enum JournalTable
{
    Events = 1,
    Audit = 2,
    States = 3,
}
