using Ratchet.Trading.Portfolio;

namespace Ratchet.Lifecycle.Backtests;

/// <summary>Sums up trades by what they have in common.</summary>
public static class TradeGroups
{
    /// <summary>One group for each name, in the order of the names.</summary>
    /// <param name="trades">The trades.</param>
    /// <param name="names">The names; a group without trades is kept.</param>
    /// <param name="place">The place of a trade among the names.</param>
    public static IReadOnlyList<TradeGroup> Of(IReadOnlyList<TradeRecord> trades, IReadOnlyList<string> names, Func<TradeRecord, int> place) =>
        [.. names.Select((name, i) => Sum(name, [.. trades.Where(t => place(t) == i)]))];

    /// <summary>One group for each text that occurs, the largest first, then by name.</summary>
    /// <param name="trades">The trades.</param>
    /// <param name="name">The text of a trade.</param>
    public static IReadOnlyList<TradeGroup> Of(IReadOnlyList<TradeRecord> trades, Func<TradeRecord, string> name) =>
        [.. trades.GroupBy(name, StringComparer.Ordinal).Select(g => Sum(g.Key, [.. g])).OrderByDescending(g => g.Trades).ThenBy(g => g.Name, StringComparer.Ordinal)];

    private static TradeGroup Sum(string name, TradeRecord[] trades)
    {
        var (gain, loss, fees, funding) = (0m, 0m, 0m, 0m);
        var (winners, losers) = (0, 0);
        var (risk, risked) = (0.0, 0);
        foreach (var trade in trades)
        {
            gain += Math.Max(trade.Profit, 0);
            loss -= Math.Min(trade.Profit, 0);
            winners += trade.Profit > 0 ? 1 : 0;
            losers += trade.Profit < 0 ? 1 : 0;
            fees += trade.Fees;
            funding += trade.Funding;
            if (trade.Risk > 0)
            {
                risk += trade.ResultInR;
                risked++;
            }
        }

        return new(
            name,
            trades.Length,
            winners + losers == 0 ? double.NaN : (double)winners / (winners + losers),
            loss > 0 ? (double)(gain / loss) : gain > 0 ? double.PositiveInfinity : double.NaN,
            risked == 0 ? double.NaN : risk / risked,
            gain - loss,
            fees,
            funding);
    }
}
