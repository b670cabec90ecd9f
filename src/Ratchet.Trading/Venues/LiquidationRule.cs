namespace Ratchet.Trading.Venues;

/// <summary>
/// Liquidation of a position with isolated margin. Margin at entry is value / leverage. The position is liquidated at the price at which its loss leaves only the
/// maintenance margin (a share m of the entry value): entry x (1 - side x (1 / leverage - m)). The whole margin is lost then, which is a fill at
/// entry x (1 - side / leverage) without a fee. Funding is paid from cash, not from the margin.
/// </summary>
public static class LiquidationRule
{
    /// <summary>The price that liquidates; 0 for a leverage of 1, which has none.</summary>
    /// <param name="entryPrice">The mean entry price.</param>
    /// <param name="side">+1 long, -1 short.</param>
    /// <param name="leverage">Value over margin.</param>
    /// <param name="maintenanceMargin">The share of the entry value at which margin counts as used up.</param>
    public static double Trigger(double entryPrice, int side, double leverage, double maintenanceMargin) =>
        leverage > 1 ? entryPrice * (1 - (side * ((1 / leverage) - maintenanceMargin))) : 0;

    /// <summary>The price at which the margin is gone, which a liquidation fills at.</summary>
    /// <param name="entryPrice">The mean entry price.</param>
    /// <param name="side">+1 long, -1 short.</param>
    /// <param name="leverage">Value over margin.</param>
    public static double FillPrice(double entryPrice, int side, double leverage) => entryPrice * (1 - (side / leverage));
}
