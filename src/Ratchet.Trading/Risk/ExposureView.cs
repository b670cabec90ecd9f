namespace Ratchet.Trading.Risk;

/// <summary>
/// What the risk gate is shown of the money and the positions when it reviews an order. Values are in money at the last prices; working entry orders count
/// with the value they are approved for.
/// </summary>
public readonly ref struct ExposureView
{
    /// <summary>Cash and the open positions' unrealised result.</summary>
    public required double Equity { get; init; }

    /// <summary>The price at which the order's value is reckoned: its limit or stop price, else the symbol's last price.</summary>
    public required double Price { get; init; }

    /// <summary>The signed value of each symbol.</summary>
    public required ReadOnlySpan<double> SymbolNet { get; init; }

    /// <summary>
    /// The same without working entries of the other side than the order's, which may never fill. A limit on signed values holds with them and without. Empty where
    /// there are none.
    /// </summary>
    public ReadOnlySpan<double> SymbolNetUnhedged { get; init; }

    /// <summary>The absolute value of each symbol, strategies added up.</summary>
    public required ReadOnlySpan<double> SymbolGross { get; init; }

    /// <summary>The absolute value of each strategy, symbols added up.</summary>
    public required ReadOnlySpan<double> StrategyGross { get; init; }

    /// <summary>The signed quantity of the order's strategy on its symbol, working entries not counted.</summary>
    public required decimal PositionQuantity { get; init; }

    /// <summary>How many positions are open or have a working entry.</summary>
    public required int OpenPositions { get; init; }
}
