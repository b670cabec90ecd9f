namespace Ratchet.Features.OrderFlow;

/// <summary>Where the gamma of a contract comes from.</summary>
public enum GammaOrigin
{
    /// <summary>The source's own where it is greater than 0, else the model's.</summary>
    SourceElseModel,

    /// <summary>Always the model's: from the source's implied volatility, else from that of the mid price.</summary>
    Model,
}
