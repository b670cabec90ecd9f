namespace Ratchet.Learning.Markov;

/// <summary>How a Gaussian hidden Markov model is learned. Every default stands for maximum likelihood with a guard against collapse.</summary>
/// <remarks>
/// hmmlearn's default numbers are reproduced by <see cref="CovariancePrior"/> = 0.01 (its scalar prior is added to every entry of a
/// full covariance, off the diagonal too) with the other priors left as they are.
/// </remarks>
public sealed record HmmOptions
{
    /// <summary>The number of states K, 2 to 6. Default 3.</summary>
    public int States { get; init; } = 3;

    /// <summary>The shape of the covariances. Default diagonal.</summary>
    public HmmCovariance Covariance { get; init; } = HmmCovariance.Diagonal;

    /// <summary>The most EM steps of one restart, 1 to 10000. Default 50.</summary>
    public int Iterations { get; init; } = 50;

    /// <summary>
    /// EM stops when the log-likelihood per row rises by less than this (an absolute change of the mean, so it means the same for any
    /// number of rows). At least 0; 0 runs until nothing rises any more. Default 1e-6.
    /// </summary>
    public double Tolerance { get; init; } = 1e-6;

    /// <summary>How many k-means++ starts are tried; the one of highest likelihood is kept, 1 to 100. Default 2.</summary>
    public int Restarts { get; init; } = 2;

    /// <summary>
    /// The least conditional variance of a dimension within a state, as a share of that column's variance over all rows (of 1 when the
    /// column is constant); a spherical variance keeps to the highest of the columns' floors. From 1e-12 to below 1. Default 1e-6.
    /// </summary>
    public double CovarianceFloor { get; init; } = 1e-6;

    /// <summary>What is added to every entry of a state's scatter matrix before it is divided. At least 0. Default 0.</summary>
    public double CovariancePrior { get; init; }

    /// <summary>
    /// The weight of the covariance prior w: a scatter is divided by N + max(w - 1, 0) (diagonal, spherical) or N + max(w - D, 0) (full,
    /// tied), N the expected number of rows in the state, or of all rows when the covariance is shared. At least 0. Default 1.
    /// </summary>
    public double CovarianceWeight { get; init; } = 1;

    /// <summary>The Dirichlet parameter of the start probabilities; 1 is no prior. At least 0. Default 1.</summary>
    public double StartPrior { get; init; } = 1;

    /// <summary>The Dirichlet parameter of each row of the transition matrix; 1 is no prior. At least 0. Default 1.</summary>
    public double TransitionPrior { get; init; } = 1;

    /// <summary>
    /// What is added to the expected number of transitions of each state to itself: a sticky chain that switches less. It acts like so many
    /// rows seen to stay, so it counts against the number of rows. At least 0. Default 0. Source: Fox, Sudderth, Jordan, Willsky (2011),
    /// their kappa, here as a Dirichlet prior.
    /// </summary>
    public double Stickiness { get; init; }

    /// <summary>The self-transition probability that a k-means++ start begins with, in (0, 1). Default 0.9.</summary>
    public double InitialPersistence { get; init; } = 0.9;

    /// <summary>Checks every field.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A field is outside its range; the message names it, its value and the range.</exception>
    public void Validate()
    {
        Require(States is >= 2 and <= 6, nameof(States), States, "2 to 6");
        Require(Enum.IsDefined(Covariance), nameof(Covariance), Covariance, "Diagonal, Full, Spherical or Tied");
        Require(Iterations is >= 1 and <= 10_000, nameof(Iterations), Iterations, "1 to 10000");
        Require(Tolerance is >= 0 and < double.PositiveInfinity, nameof(Tolerance), Tolerance, "0 or more");
        Require(Restarts is >= 1 and <= 100, nameof(Restarts), Restarts, "1 to 100");
        Require(CovarianceFloor is >= 1e-12 and < 1, nameof(CovarianceFloor), CovarianceFloor, "1e-12 or more and below 1");
        Require(CovariancePrior is >= 0 and < double.PositiveInfinity, nameof(CovariancePrior), CovariancePrior, "0 or more");
        Require(CovarianceWeight is >= 0 and < double.PositiveInfinity, nameof(CovarianceWeight), CovarianceWeight, "0 or more");
        Require(StartPrior is >= 0 and < double.PositiveInfinity, nameof(StartPrior), StartPrior, "0 or more");
        Require(TransitionPrior is >= 0 and < double.PositiveInfinity, nameof(TransitionPrior), TransitionPrior, "0 or more");
        Require(Stickiness is >= 0 and < double.PositiveInfinity, nameof(Stickiness), Stickiness, "0 or more");
        Require(InitialPersistence is > 0 and < 1, nameof(InitialPersistence), InitialPersistence, "above 0 and below 1");
    }

    private static void Require(bool condition, string name, object value, string range)
    {
        if (!condition)
        {
            throw new ArgumentOutOfRangeException(name, value, $"{name} is {value}; it must be {range}.");
        }
    }
}
