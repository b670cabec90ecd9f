using Ratchet.Search.Schedulers;

namespace Ratchet.Lifecycle.Experiments;

/// <summary>Where a study stands.</summary>
/// <param name="Stage">What is being done, in words.</param>
/// <param name="Step">The number of the stage, from 1.</param>
/// <param name="Steps">How many stages there are.</param>
/// <param name="Search">Brackets, rungs and the best so far; null before and after the search.</param>
/// <param name="TreesGrown">Trees grown so far in the search.</param>
public sealed record StudyProgress(string Stage, int Step, int Steps, SearchProgress? Search, long TreesGrown);
