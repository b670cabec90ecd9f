using Ratchet.Market.Feeds;
using Ratchet.Market.Time;

namespace Ratchet.Market.Tests.Quality;

/// <summary>Raw hourly rows that move up and down by a fixed pattern, to be damaged one by one.</summary>
internal static class RawBarsBuilder
{
    public static RawBars Hours(int count)
    {
        var closes = Enumerable.Range(0, count + 1).Select(i => 100 + (10 * Math.Sin(i * 0.7)) + (0.01 * (i % 7))).ToArray();
        return new()
        {
            OpenTime = [.. Enumerable.Range(0, count).Select(i => i * TimeFrame.Hour1.Milliseconds)],
            Open = closes[..count],
            Close = closes[1..],
            High = [.. Enumerable.Range(0, count).Select(i => Math.Max(closes[i], closes[i + 1]) + 1)],
            Low = [.. Enumerable.Range(0, count).Select(i => Math.Min(closes[i], closes[i + 1]) - 1)],
            Volume = [.. Enumerable.Range(0, count).Select(i => 10.0 + (i % 5))],
            Line = [.. Enumerable.Range(0, count).Select(i => i + 2)],
        };
    }
}
