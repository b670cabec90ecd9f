namespace Ratchet.Trading.Portfolio;

/// <summary>An open position as screens and tests see it.</summary>
/// <param name="Position">The identity, which is its entry order's.</param>
/// <param name="Symbol">The symbol's place in the options.</param>
/// <param name="Strategy">The strategy's place in the options.</param>
/// <param name="Side">+1 long, -1 short.</param>
/// <param name="Quantity">What is still open, in units of the base asset.</param>
/// <param name="EntryPrice">The size-weighted entry price.</param>
/// <param name="EntryTime">When it was entered: the open time of the bar, in milliseconds since 1970-01-01 UTC.</param>
/// <param name="Stop">Where the stop stands.</param>
/// <param name="NextTarget">The price of the next target; NaN where there is none.</param>
/// <param name="TargetsReached">How many targets were reached.</param>
/// <param name="Liquidation">The price that liquidates; NaN where there is none.</param>
/// <param name="Unrealised">The result of what is open at the last price, before exit costs.</param>
/// <param name="Leaving">Whether an order to leave is working.</param>
public readonly record struct OpenPositionView(
    long Position,
    int Symbol,
    int Strategy,
    sbyte Side,
    decimal Quantity,
    decimal EntryPrice,
    long EntryTime,
    double Stop,
    double NextTarget,
    int TargetsReached,
    double Liquidation,
    double Unrealised,
    bool Leaving);
