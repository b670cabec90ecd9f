namespace Ratchet.Features.Sets;

/// <summary>The four groups of the catalogue.</summary>
public enum FeatureGroup
{
    /// <summary>Indicators of trend, momentum, volatility and volume.</summary>
    Technical,

    /// <summary>Moments, dependence, risk.</summary>
    Statistical,

    /// <summary>Market states and their changes.</summary>
    Regime,

    /// <summary>Stand-ins for on-chain measures, made from price and volume alone.</summary>
    OnChain,
}
