namespace Ratchet.Search.Studies;

/// <summary>Remembers studies and their trials. Safe for several threads.</summary>
public interface IStudyStorage : IStudyCatalog, IStudyAttributes, ITrialStore;
