using System.Globalization;
using Ratchet.Market.Bars;
using Ratchet.Market.Time;

namespace Ratchet.Testing.Exchange;

/// <summary>The bars of an invented symbol, given or every field a function of the bar's number, with eight decimals as the exchange writes them.</summary>
public sealed class FakeMarket(string symbol, TimeFrame timeFrame, long origin, int count, IReadOnlyList<Bar>? bars = null)
{
    /// <summary>2024-01-01T00:00:00Z.</summary>
    public const long Year2024 = 1_704_067_200_000;

    public string Symbol => symbol;

    public TimeFrame TimeFrame => timeFrame;

    public int Count => count;

    /// <summary>Numbers of bars that the exchange does not have.</summary>
    public HashSet<int> Missing { get; } = [];

    /// <summary>Every bar that the exchange has, in order.</summary>
    public IReadOnlyList<Bar> All => [.. Enumerable.Range(0, count).Where(i => !Missing.Contains(i)).Select(BarAt)];

    public long OpenTime(int index) => origin + (index * timeFrame.Milliseconds);

    /// <summary>The first millisecond after a bar.</summary>
    public long End(int index) => OpenTime(index + 1);

    public Bar BarAt(int index)
    {
        var f = Fields(index);
        return new(OpenTime(index), Number(f[0]), Number(f[1]), Number(f[2]), Number(f[3]), Number(f[4]), 5 + (index % 11), Number(f[5]));
    }

    /// <summary>The rows of an answer over REST: from a time to a time, what is open now as far as it has come.</summary>
    public string Rows(long from, long to, int limit, long now)
    {
        var first = (int)Math.Max(0, (from - origin + timeFrame.Milliseconds - 1) / timeFrame.Milliseconds);
        var rows = new List<string>();
        for (var i = first; i < count && OpenTime(i) <= Math.Min(to, now) && rows.Count < limit; i++)
        {
            if (!Missing.Contains(i))
            {
                rows.Add(Row(i, isOpen: End(i) > now));
            }
        }

        return $"[{string.Join(',', rows)}]";
    }

    /// <summary>One row; an open bar has other values than it will have in the end.</summary>
    public string Row(int index, bool isOpen = false)
    {
        var f = Fields(index);
        var (high, close, volume) = isOpen ? (f[0], f[0], f[5]) : (f[1], f[3], f[4]);
        return $"[{OpenTime(index)},\"{f[0]}\",\"{high}\",\"{f[2]}\",\"{close}\",\"{volume}\",{End(index) - 1},\"1000.00000000\",{5 + (index % 11)},\"{f[5]}\",\"500.00000000\",\"0\"]";
    }

    /// <summary>One message of the combined stream.</summary>
    public string Message(int index, bool isClosed = true, string? close = null)
    {
        var f = Fields(index);
        var name = $"{symbol.ToLowerInvariant()}@kline_{timeFrame}";
        return $"{{\"stream\":\"{name}\",\"data\":{{\"e\":\"kline\",\"E\":{End(index)},\"s\":\"{symbol}\",\"k\":{{\"t\":{OpenTime(index)},\"T\":{End(index) - 1},\"s\":\"{symbol}\"," +
            $"\"i\":\"{timeFrame}\",\"f\":1,\"L\":2,\"o\":\"{f[0]}\",\"c\":\"{close ?? f[3]}\",\"h\":\"{f[1]}\",\"l\":\"{f[2]}\",\"v\":\"{f[4]}\",\"n\":{5 + (index % 11)}," +
            $"\"x\":{(isClosed ? "true" : "false")},\"q\":\"1000.00000000\",\"V\":\"{f[5]}\",\"Q\":\"500.00000000\",\"B\":\"0\"}}}}}}";
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    /// <summary>Open, high, low, close, volume, taker-buy volume.</summary>
    private string[] Fields(int index)
    {
        if (bars is not null)
        {
            var bar = bars[index];
            double[] given = [bar.Open, bar.High, bar.Low, bar.Close, bar.Volume, bar.Volume / 2];
            return [.. given.Select(v => v.ToString("F8", CultureInfo.InvariantCulture))];
        }

        var open = 100m + (index % 997 * 0.01234567m);
        decimal[] values = [open, open + 1.5m, open - 1.25m, open + 0.3m, 12m + (index % 13 * 0.1m), 6m];
        return [.. values.Select(v => v.ToString("F8", CultureInfo.InvariantCulture))];
    }
}
