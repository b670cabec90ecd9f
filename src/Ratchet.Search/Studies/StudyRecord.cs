namespace Ratchet.Search.Studies;

/// <summary>A study as a storage knows it.</summary>
/// <param name="Id">The storage's own number of the study.</param>
/// <param name="Name">The name, unique in the storage.</param>
/// <param name="Directions">One direction an objective; at least one.</param>
public sealed record StudyRecord(long Id, string Name, IReadOnlyList<StudyDirection> Directions);
