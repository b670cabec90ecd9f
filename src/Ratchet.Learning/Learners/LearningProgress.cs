namespace Ratchet.Learning.Learners;

/// <summary>How far a learner has come.</summary>
/// <param name="Done">Steps done: trees, rounds or iterations.</param>
/// <param name="Total">Steps at most; fewer may be needed where learning stops early.</param>
/// <param name="TrainingLoss">The loss on the rows learned from after these steps; NaN where the learner does not compute it.</param>
/// <param name="ValidationLoss">The loss on the validation rows after these steps; NaN where there are none.</param>
public readonly record struct LearningProgress(int Done, int Total, double TrainingLoss, double ValidationLoss);
