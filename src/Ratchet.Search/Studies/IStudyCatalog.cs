namespace Ratchet.Search.Studies;

/// <summary>The studies of a storage.</summary>
public interface IStudyCatalog
{
    /// <summary>Creates a study.</summary>
    /// <param name="name">A new name of 1 to 512 characters.</param>
    /// <param name="directions">One direction an objective; at least one.</param>
    /// <exception cref="ArgumentException">The name is taken, empty or too long, or there is no direction.</exception>
    StudyRecord CreateStudy(string name, IReadOnlyList<StudyDirection> directions);

    /// <summary>The study of that name, or null.</summary>
    /// <param name="name">The name; case matters.</param>
    StudyRecord? FindStudy(string name);

    /// <summary>All studies in the order of their creation.</summary>
    IReadOnlyList<StudyRecord> ListStudies();
}
