namespace Ratchet.Search.Studies;

/// <summary>User attributes of studies.</summary>
public interface IStudyAttributes
{
    /// <summary>Sets or replaces an attribute.</summary>
    /// <param name="studyId">The study.</param>
    /// <param name="key">The attribute's name, 1 to 512 characters.</param>
    /// <param name="value">Its text.</param>
    void SetStudyAttribute(long studyId, string key, string value);

    /// <summary>All attributes in the ordinal order of their names.</summary>
    /// <param name="studyId">The study.</param>
    IReadOnlyDictionary<string, string> GetStudyAttributes(long studyId);
}
