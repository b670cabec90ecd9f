namespace Ratchet.Learning.Markov;

/// <summary>One row of a comparison of models.</summary>
/// <param name="States">K.</param>
/// <param name="Covariance">The shape of the covariances.</param>
/// <param name="LogLikelihood">On the rows the model was learned from.</param>
/// <param name="FreeParameters">p.</param>
/// <param name="BayesianInformation">-2 ln L + p ln T; lower is better.</param>
/// <param name="Fit">The model and its starts.</param>
public sealed record HmmCandidate(
    int States, HmmCovariance Covariance, double LogLikelihood, int FreeParameters, double BayesianInformation, HmmFit Fit);
