namespace Ratchet.Trading.Journal;

/// <summary>What the engine did or refused to do.</summary>
public enum AuditKind
{
    /// <summary>A signal was looked at and nothing was done; the reason says why, value and limit hold the numbers.</summary>
    Considered,

    /// <summary>A signal became an order request; value is the size asked for, limit the size that was approved.</summary>
    Accepted,

    /// <summary>The risk gate refused or cut an order; value and limit hold the numbers.</summary>
    RiskRefused,

    /// <summary>An order was approved and given to the venue. To a venue outside, one of a bracket that was placed before replaces that order.</summary>
    OrderPlaced,

    /// <summary>The venue refused an order.</summary>
    OrderRejected,

    /// <summary>An order was cancelled or ran out. A venue outside is asked to cancel it, and may still fill an entry until it confirms.</summary>
    OrderCancelled,

    /// <summary>An order was filled in whole or part; amount is the fee.</summary>
    OrderFilled,

    /// <summary>A position was opened.</summary>
    PositionOpened,

    /// <summary>The stop of a position moved.</summary>
    StopMoved,

    /// <summary>A position was closed; the detail is its <see cref="Portfolio.TradeRecord"/>.</summary>
    PositionClosed,

    /// <summary>Funding was paid (negative amount) or received.</summary>
    Funding,

    /// <summary>A limit, breaker or gate tripped; value and limit hold the numbers.</summary>
    RiskTripped,

    /// <summary>A breaker was cleared by time or a person.</summary>
    RiskCleared,

    /// <summary>The trading state changed; value is the new <see cref="Risk.TradingState"/>.</summary>
    StateChanged,

    /// <summary>An event was refused, such as a bar with impossible prices; the detail is a text.</summary>
    EventRefused,

    /// <summary>Something a person should know; the detail is a text.</summary>
    Warning,
}
