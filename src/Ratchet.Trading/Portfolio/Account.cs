namespace Ratchet.Trading.Portfolio;

/// <summary>
/// The cash. Fees, results and funding are rounded to twelve decimals before they move it, so that sums are exact: cash is the money at the start plus the profits
/// of closed trades and of the closed parts of open ones, to the last digit.
/// </summary>
internal sealed class Account(decimal initialCash)
{
    private const int Decimals = 12;

    public decimal Cash { get; private set; } = initialCash;

    /// <summary>The cash as the double that equity is reckoned with.</summary>
    public double CashMark { get; private set; } = (double)initialCash;

    public static decimal Round(decimal money) => decimal.Round(money, Decimals);

    public void Add(decimal money) => Set(Cash + money);

    public void Set(decimal cash)
    {
        Cash = cash;
        CashMark = (double)cash;
    }
}
