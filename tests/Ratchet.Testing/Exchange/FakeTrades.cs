using System.Globalization;
using Ratchet.Market.Ticks;

namespace Ratchet.Testing.Exchange;

/// <summary>
/// The trades of an invented symbol, one at the end of each of a market's bars; the one before the first, at the market's beginning, has the index -1.
/// </summary>
public sealed class FakeTrades(FakeMarket market)
{
    public const long FirstId = 5000;

    /// <summary>Every trade from the index 0 on that the exchange has, with its number, in order.</summary>
    public IReadOnlyList<(long Id, Trade Trade)> All =>
        [.. Enumerable.Range(0, market.Count).Where(i => !market.Missing.Contains(i)).Select(i => (FirstId + i, TradeAt(i)))];

    /// <summary>How many trades REST is behind the stream.</summary>
    public int Lag { get; set; }

    /// <summary>Indices of trades that are there as withdrawn ones, without price and size.</summary>
    public HashSet<int> Void { get; } = [];

    public Trade TradeAt(int index) => new(
        market.End(index) * 1_000_000, double.Parse(Price(index), CultureInfo.InvariantCulture), double.Parse(Size(index), CultureInfo.InvariantCulture),
        IsBuyerMaker(index) ? AggressorSide.Sell : AggressorSide.Buy);

    /// <summary>The rows of an answer over REST: from a number on, or the newest.</summary>
    public string Rows(long? fromId, int limit, long now)
    {
        var known = Enumerable.Range(-1, market.Count + 1).Where(i => market.End(i) <= now && !market.Missing.Contains(i)).SkipLast(Lag).ToArray();
        var asked = fromId is { } from ? known.Where(i => FirstId + i >= from).Take(limit) : known.TakeLast(limit);
        return $"[{string.Join(',', asked.Select(Row))}]";
    }

    public string Row(int index) => $"{{{Fields(index, Price(index))}}}";

    /// <summary>One message of the combined stream.</summary>
    public string Message(int index, string? price = null) =>
        $"{{\"stream\":\"{market.Symbol.ToLowerInvariant()}@aggTrade\",\"data\":{{\"e\":\"aggTrade\",\"E\":{market.End(index) + 3},\"s\":\"{market.Symbol}\"," +
        $"{Fields(index, price ?? Price(index))}}}}}";

    private static string Price(int index) => (250m + (index * 0.01234567m)).ToString("F8", CultureInfo.InvariantCulture);

    private static string Size(int index) => (0.5m + (index * 0.0625m)).ToString("F8", CultureInfo.InvariantCulture);

    private static bool IsBuyerMaker(int index) => index % 3 == 1;

    private string Fields(int index, string price)
    {
        var (id, at) = (FirstId + index, market.End(index));
        return Void.Contains(index)
            ? $"\"a\":{id},\"p\":\"0.00000000\",\"q\":\"0.00000000\",\"f\":-1,\"l\":-1,\"T\":{at},\"m\":false,\"M\":true"
            : $"\"a\":{id},\"p\":\"{price}\",\"q\":\"{Size(index)}\",\"f\":{id * 2},\"l\":{(id * 2) + 1},\"T\":{at}," +
                $"\"m\":{(IsBuyerMaker(index) ? "true" : "false")},\"M\":true";
    }
}
