namespace Ratchet.Features.OrderFlow;

/// <summary>How the aggressor of a trade is found.</summary>
public enum SideRule
{
    /// <summary>As the source says; unknown stays unknown.</summary>
    Source,

    /// <summary>As the source says, else by the tick rule: a price above the last different one was bought, below it sold.</summary>
    Tick,

    /// <summary>As the source says, else above the mid of the quote that stood before the trade was bought, below it sold;
    /// at the mid, or without a quote, the tick rule (Lee, Ready 1991).</summary>
    LeeReady,
}
