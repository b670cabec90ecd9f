namespace Ratchet.Learning.Markov;

/// <summary>What one start of a fit reached.</summary>
/// <param name="Loss">The loss of the best path at its end: squared distances plus the penalty of every switch.</param>
/// <param name="Steps">The rounds it took.</param>
public readonly record struct JumpStart(double Loss, int Steps);
