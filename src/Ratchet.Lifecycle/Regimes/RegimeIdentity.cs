using Ratchet.Learning.Markov;

namespace Ratchet.Lifecycle.Regimes;

/// <summary>Whether states keep their names across refits on a causal schedule.</summary>
/// <param name="Covariance">The shape of the covariances of all fits, of least BIC on the first window.</param>
/// <param name="WindowBars">Bars that each fit saw.</param>
/// <param name="StepBars">Bars between fits.</param>
/// <param name="OverlapBars">Bars that neighbouring fits both saw, on which their filtered labels are compared.</param>
/// <param name="Agreements">Per refit, the share of those bars on which the refit and the fit before name the same state.</param>
/// <param name="UnmatchedAgreements">The same for the fresh fit with its states numbered as the fit left them: what matching is needed for.</param>
/// <param name="Renamed">How many refits numbered their states otherwise than the fit before, so that matching had to rename them.</param>
/// <param name="Continued">How many refits kept the model climbed from the one before, which was likelier than the fresh starts.</param>
public sealed record RegimeIdentity(
    HmmCovariance Covariance,
    int WindowBars,
    int StepBars,
    int OverlapBars,
    IReadOnlyList<double> Agreements,
    IReadOnlyList<double> UnmatchedAgreements,
    int Renamed,
    int Continued)
{
    /// <summary>The mean agreement.</summary>
    public double Mean => Agreements.Average();

    /// <summary>The least agreement.</summary>
    public double Least => Agreements.Min();
}
