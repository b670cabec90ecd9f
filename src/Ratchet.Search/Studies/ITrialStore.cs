namespace Ratchet.Search.Studies;

/// <summary>
/// The trials of studies. A call that returns has been committed; a call that throws has changed nothing. Numbers come back with the same
/// bits, but for negative zero, which comes back as zero.
/// </summary>
public interface ITrialStore
{
    /// <summary>Creates trials, all or none.</summary>
    /// <param name="studyId">The study.</param>
    /// <param name="drafts">The trials in order.</param>
    /// <returns>Their numbers: the count of the study's trials before each.</returns>
    /// <exception cref="ArgumentException">A draft is finished, repeats a name, or a distribution does not agree with the study's earlier trials.</exception>
    IReadOnlyList<int> CreateTrials(long studyId, IReadOnlyList<TrialDraft> drafts);

    /// <summary>Writes updates, all or none.</summary>
    /// <param name="studyId">The study.</param>
    /// <param name="updates">What is new.</param>
    /// <exception cref="InvalidOperationException">A trial is finished already.</exception>
    /// <exception cref="ArgumentException">There is no such trial, a final value is NaN, or the number of values is wrong.</exception>
    void UpdateTrials(long studyId, IReadOnlyList<TrialUpdate> updates);

    /// <summary>Copies of all trials in the order of their numbers.</summary>
    /// <param name="studyId">The study.</param>
    IReadOnlyList<Trial> GetTrials(long studyId);
}
