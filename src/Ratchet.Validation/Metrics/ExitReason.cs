namespace Ratchet.Validation.Metrics;

/// <summary>Why the last part of a position was closed.</summary>
public enum ExitReason
{
    /// <summary>The stop, at its first place.</summary>
    StopLoss,

    /// <summary>The last of the targets.</summary>
    Target,

    /// <summary>The stop after it had been moved to the entry price.</summary>
    BreakEven,

    /// <summary>The stop that follows the price.</summary>
    TrailingStop,

    /// <summary>The horizon ran out.</summary>
    TimeStop,

    /// <summary>The exit model.</summary>
    Signal,

    /// <summary>The data ended with the position open.</summary>
    EndOfData,

    /// <summary>The margin ran out.</summary>
    Liquidation,
}
