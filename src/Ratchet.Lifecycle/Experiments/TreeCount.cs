namespace Ratchet.Lifecycle.Experiments;

/// <summary>How many trees a search grew, beside what arithmetic says.</summary>
/// <param name="Grown">Trees grown in this process. After a resume it lacks what was finished before and holds what was grown again.</param>
/// <param name="WarmStarted">What the schedule needs when promoted configurations keep their trees.</param>
/// <param name="FromScratch">What it would need if every rung began anew.</param>
public sealed record TreeCount(long Grown, long WarmStarted, long FromScratch);
