using Ratchet.Trading.Profiles;

namespace Ratchet.Trading.Orders;

/// <summary>An order that somebody wants. It is nothing a venue accepts: only the risk gate turns it into an <see cref="ApprovedOrder"/>.</summary>
public sealed record OrderRequest
{
    /// <summary>The identity, given by the engine in order, the same in every replay.</summary>
    public required long Id { get; init; }

    /// <summary>The symbol's place in the options.</summary>
    public required int Symbol { get; init; }

    /// <summary>The strategy's place in the options.</summary>
    public required int Strategy { get; init; }

    /// <summary>+1 buys, -1 sells.</summary>
    public required sbyte Side { get; init; }

    /// <summary>How it meets the market.</summary>
    public OrderKind Kind { get; init; }

    /// <summary>What it is for.</summary>
    public OrderPurpose Purpose { get; init; }

    /// <summary>Units of the base asset, above 0, on the instrument's lots.</summary>
    public required decimal Quantity { get; init; }

    /// <summary>The limit of limit and stop-limit orders.</summary>
    public decimal LimitPrice { get; init; }

    /// <summary>The trigger of stop and stop-limit orders.</summary>
    public decimal StopPrice { get; init; }

    /// <summary>Whether it may only make a position smaller.</summary>
    public bool ReduceOnly { get; init; }

    /// <summary>An entry never fills for more value than this: what does not fit is cut at the fill. 0 is no bound.</summary>
    public decimal MaximumValue { get; init; }

    /// <summary>An entry's price distance to its first stop, from which the money at risk follows.</summary>
    public double StopDistance { get; init; }

    /// <summary>An entry's signal distance, the unit of <see cref="Exits"/>.</summary>
    public double Distance { get; init; }

    /// <summary>An entry's exits.</summary>
    public ExitPlan? Exits { get; init; }

    /// <summary>An entry order that is not filled by then is cancelled, in milliseconds since 1970-01-01 UTC; 0 is good till cancelled.</summary>
    public long ExpiresAt { get; init; }
}
