using Ratchet.Market.Instruments;
using Ratchet.Market.Time;

namespace Ratchet.Connectors.Binance;

/// <summary>The exchange's own spelling of symbols and time frames.</summary>
public static class BinanceNames
{
    private static readonly int[] Minutes = [1, 3, 5, 15, 30, 60, 120, 240, 360, 480, 720, 1440, 10_080];

    /// <summary>The time frames that can be asked for, as text.</summary>
    public static IReadOnlyList<string> TimeFrames { get; } = [.. Minutes.Select(m => new TimeFrame(m).ToString())];

    /// <summary>Such as <c>BTCUSDT</c> for BTC/USDT.</summary>
    /// <param name="symbol">A spot symbol.</param>
    /// <exception cref="ArgumentException">The symbol is empty or names a contract.</exception>
    public static string Of(Symbol symbol) =>
        symbol.Name.Length > 0 && !symbol.Name.Contains('-', StringComparison.Ordinal)
            ? symbol.Name.Replace("/", string.Empty, StringComparison.Ordinal)
            : throw new ArgumentException($"'{symbol}' is no spot symbol; write one such as BTC/USDT.", nameof(symbol));

    /// <summary>Such as <c>1h</c>.</summary>
    /// <param name="timeFrame">One of <see cref="TimeFrames"/>.</param>
    /// <exception cref="ArgumentException">The exchange has no bars of that length.</exception>
    public static string Of(TimeFrame timeFrame) =>
        Array.IndexOf(Minutes, timeFrame.Minutes) >= 0
            ? timeFrame.ToString()
            : throw new ArgumentException($"Binance has no {timeFrame} bars; choose one of {string.Join(", ", TimeFrames)}.", nameof(timeFrame));
}
