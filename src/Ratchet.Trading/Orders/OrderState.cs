namespace Ratchet.Trading.Orders;

/// <summary>Where an order stands.</summary>
public enum OrderState
{
    /// <summary>Approved, and on its way or resting.</summary>
    Working,

    /// <summary>Filled in part and working on.</summary>
    PartlyFilled,

    /// <summary>Filled in full.</summary>
    Filled,

    /// <summary>Taken back, or the other leg of its bracket filled.</summary>
    Cancelled,

    /// <summary>Its time ran out.</summary>
    Expired,

    /// <summary>Refused by the venue.</summary>
    Rejected,
}
