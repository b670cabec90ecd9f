namespace Ratchet.Lifecycle.Adaptation;

/// <summary>What a study of the adaptive layer found.</summary>
/// <param name="Options">What was run.</param>
/// <param name="Scans">The symbols, in the order they were given.</param>
/// <param name="Books">The books, all strategies together.</param>
/// <param name="Alone">Each book that is part of no larger one, traded by one strategy alone; empty where there is but one.</param>
/// <param name="Variants">The same under other assumptions.</param>
public sealed record ProfileStudyResult(
    ProfileStudyOptions Options,
    IReadOnlyList<SymbolScan> Scans,
    IReadOnlyList<StudyBookResult> Books,
    IReadOnlyList<StrategyBookResult> Alone,
    IReadOnlyList<StudyVariant> Variants)
{
    /// <summary>The books that are part of no larger one.</summary>
    public IEnumerable<StudyBookResult> Whole => Books.Where(b => b.Book.IsWhole(Books.Select(o => o.Book)));
}
