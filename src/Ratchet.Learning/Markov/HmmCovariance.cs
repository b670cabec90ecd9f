namespace Ratchet.Learning.Markov;

/// <summary>The shape of the states' covariance matrices.</summary>
public enum HmmCovariance
{
    /// <summary>One variance per dimension, no correlations: K x D numbers.</summary>
    Diagonal,

    /// <summary>A whole symmetric matrix per state: K x D x D numbers.</summary>
    Full,

    /// <summary>One variance per state, the same in every dimension: K numbers.</summary>
    Spherical,

    /// <summary>One symmetric matrix that all states share: D x D numbers.</summary>
    Tied,
}
