namespace Ratchet.Search.Studies;

/// <summary>Which values of an objective are better.</summary>
public enum StudyDirection
{
    /// <summary>Not decided.</summary>
    NotSet,

    /// <summary>Smaller is better.</summary>
    Minimize,

    /// <summary>Larger is better.</summary>
    Maximize,
}
