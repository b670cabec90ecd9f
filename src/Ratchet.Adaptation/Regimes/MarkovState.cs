namespace Ratchet.Adaptation.Regimes;

/// <summary>What the hidden Markov model sees: the likeliest of rising, sideways and falling.</summary>
public enum MarkovState
{
    /// <summary>The most rising state; agrees with TREND_UP.</summary>
    Bull = 0,

    /// <summary>All states between; agree with both ranges.</summary>
    Sideways = 1,

    /// <summary>The most falling state; agrees with TREND_DOWN.</summary>
    Bear = 2,
}
