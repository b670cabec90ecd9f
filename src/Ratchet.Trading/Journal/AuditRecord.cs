namespace Ratchet.Trading.Journal;

/// <summary>One thing that the engine did or refused to do, and its numbers. What does not belong to the kind is left at its default.</summary>
public readonly record struct AuditRecord
{
    /// <summary>What it is.</summary>
    public AuditKind Kind { get; init; }

    /// <summary>Why; for a close the reason of the exit.</summary>
    public AuditReason Reason { get; init; }

    /// <summary>The number of the event that caused it.</summary>
    public long Event { get; init; }

    /// <summary>The engine's time, in milliseconds since 1970-01-01 UTC.</summary>
    public long Time { get; init; }

    /// <summary>The symbol's place in the options; -1 where it is about none.</summary>
    public int Symbol { get; init; }

    /// <summary>The strategy's place in the options; -1 where it is about none.</summary>
    public int Strategy { get; init; }

    /// <summary>The order's identity; 0 where it is about none.</summary>
    public long Order { get; init; }

    /// <summary>The position's identity, which is its entry order's; 0 where it is about none.</summary>
    public long Position { get; init; }

    /// <summary>+1 buys or long, -1 sells or short.</summary>
    public sbyte Side { get; init; }

    /// <summary>Units of the base asset.</summary>
    public decimal Quantity { get; init; }

    /// <summary>The price of a fill, an order or a stop.</summary>
    public decimal Price { get; init; }

    /// <summary>Money: a fee, a funding payment, a result.</summary>
    public decimal Amount { get; init; }

    /// <summary>The number that was compared.</summary>
    public double Value { get; init; }

    /// <summary>What it was compared with.</summary>
    public double Limit { get; init; }

    /// <summary>A <see cref="Portfolio.TradeRecord"/>, an <see cref="Orders.OrderRequest"/> or a text, by the kind; else null.</summary>
    public object? Detail { get; init; }

    /// <summary>
    /// Whether something that was wanted was refused: a signal with a side that was not followed, an order that the risk gate let nothing pass of, or an event that was
    /// turned away. An order that was only cut is none, nor is a signal that wanted nothing.
    /// </summary>
    public bool IsRefusal => Kind switch
    {
        AuditKind.Considered => Side != 0,
        AuditKind.RiskRefused => Quantity <= 0,
        AuditKind.EventRefused => true,
        _ => false,
    };
}
