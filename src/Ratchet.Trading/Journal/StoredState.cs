namespace Ratchet.Trading.Journal;

/// <summary>A state of the engine as a journal holds it.</summary>
/// <param name="NextSequence">The number of the first event after it.</param>
/// <param name="Bytes">The engine's own bytes.</param>
public readonly record struct StoredState(long NextSequence, ReadOnlyMemory<byte> Bytes);
