namespace Ratchet.Learning.Markov;

/// <summary>How many numbers a covariance shape takes, and where a state's are.</summary>
internal static class CovarianceShape
{
    /// <summary>How many numbers describe the covariances of all states.</summary>
    public static int Length(HmmCovariance shape, int states, int dimensions) => shape == HmmCovariance.Tied ? dimensions * dimensions : states * Block(shape, dimensions);

    /// <summary>How many numbers describe one state's covariance.</summary>
    public static int Block(HmmCovariance shape, int dimensions) => shape switch
    {
        HmmCovariance.Spherical => 1,
        HmmCovariance.Diagonal => dimensions,
        _ => dimensions * dimensions,
    };

    /// <summary>How many of the numbers can be chosen freely.</summary>
    public static int FreeParameters(HmmCovariance shape, int states, int dimensions) => shape switch
    {
        HmmCovariance.Spherical => states,
        HmmCovariance.Diagonal => states * dimensions,
        HmmCovariance.Tied => dimensions * (dimensions + 1) / 2,
        _ => states * dimensions * (dimensions + 1) / 2,
    };

    /// <summary>Whether no dimension is correlated with another within a state.</summary>
    public static bool IsUncorrelated(HmmCovariance shape) => shape is HmmCovariance.Diagonal or HmmCovariance.Spherical;

    /// <summary>Where the numbers of a state begin.</summary>
    public static int Offset(HmmCovariance shape, int state, int dimensions) => shape == HmmCovariance.Tied ? 0 : state * Block(shape, dimensions);
}
