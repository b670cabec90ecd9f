namespace Ratchet.Learning.Markov;

/// <summary>The shape of a state's covariance matrix.</summary>
public enum HmmCovariance
{
    /// <summary>One variance per dimension, no correlations: K x D numbers.</summary>
    Diagonal,

    /// <summary>A whole symmetric matrix per state: K x D x D numbers.</summary>
    Full,
}
