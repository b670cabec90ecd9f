namespace Ratchet.Lifecycle.Adaptation;

/// <summary>What a study of the adaptive layer found.</summary>
/// <param name="Options">What was run.</param>
/// <param name="Scans">The symbols, in the order they were given.</param>
/// <param name="Books">The books.</param>
public sealed record ProfileStudyResult(ProfileStudyOptions Options, IReadOnlyList<SymbolScan> Scans, IReadOnlyList<StudyBookResult> Books);
