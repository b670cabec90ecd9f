namespace Ratchet.Learning.Markov;

/// <summary>What one start of a fit reached.</summary>
/// <param name="LogLikelihood">The natural logarithm of the likelihood of all rows at its end.</param>
/// <param name="Steps">The EM steps that were kept.</param>
public readonly record struct HmmStart(double LogLikelihood, int Steps);
