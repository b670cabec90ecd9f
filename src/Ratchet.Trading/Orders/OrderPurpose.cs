namespace Ratchet.Trading.Orders;

/// <summary>What an order is for.</summary>
public enum OrderPurpose
{
    /// <summary>To open or add.</summary>
    Entry,

    /// <summary>The protecting stop.</summary>
    StopLoss,

    /// <summary>A partial or the last target.</summary>
    Target,

    /// <summary>To leave by decision: time stop, exit model, command.</summary>
    Exit,

    /// <summary>To leave because the risk gate says so.</summary>
    Flatten,
}
