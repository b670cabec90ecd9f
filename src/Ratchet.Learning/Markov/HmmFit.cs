namespace Ratchet.Learning.Markov;

/// <summary>A learned model and what its starts reached; a wide spread between starts says that the likelihood has several peaks.</summary>
/// <param name="Model">The best.</param>
/// <param name="LogLikelihood">Its log-likelihood on the rows it was learned from.</param>
/// <param name="Starts">Every start, in order.</param>
public sealed record HmmFit(HmmModel Model, double LogLikelihood, IReadOnlyList<HmmStart> Starts);
