using Ratchet.Lifecycle.Training;

namespace Ratchet.Lifecycle.Experiments;

/// <summary>A configuration trained on the development part and traded on the sealed part, once it has been opened.</summary>
/// <param name="Run">What came of it.</param>
/// <param name="Skills">Skill of the four models on the sealed rows.</param>
/// <param name="Signals">How many sealed rows had a signal.</param>
public sealed record HoldOutResult(ScoredRun Run, IReadOnlyList<ModelSkill> Skills, int Signals);
