namespace Ratchet.Trading.Orders;

/// <summary>How an order meets the market.</summary>
public enum OrderKind
{
    /// <summary>At the next price.</summary>
    Market,

    /// <summary>At the limit or better.</summary>
    Limit,

    /// <summary>At the market once the stop price is touched.</summary>
    Stop,

    /// <summary>As a limit order once the stop price is touched.</summary>
    StopLimit,
}
