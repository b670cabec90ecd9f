using Ratchet.Market.Ticks;

namespace Ratchet.Market.Feeds.Formats;

/// <summary>The words that sources use for the side that took the price.</summary>
internal static class TradeSides
{
    /// <summary>B, buy, bid; S, sell, A, ask (exchanges name the aggressor's own side); N, none or empty.</summary>
    public static bool TryParse(ReadOnlySpan<byte> text, out AggressorSide side)
    {
        side = text.Length switch
        {
            1 when text[0] is (byte)'B' or (byte)'b' => AggressorSide.Buy,
            1 when text[0] is (byte)'S' or (byte)'s' or (byte)'A' or (byte)'a' => AggressorSide.Sell,
            3 when Is(text, "buy"u8) || Is(text, "bid"u8) => AggressorSide.Buy,
            4 when Is(text, "sell"u8) => AggressorSide.Sell,
            3 when Is(text, "ask"u8) => AggressorSide.Sell,
            _ => AggressorSide.Unknown,
        };
        return side != AggressorSide.Unknown || text.IsEmpty || Is(text, "n"u8) || Is(text, "none"u8) || Is(text, "unknown"u8);
    }

    private static bool Is(ReadOnlySpan<byte> text, ReadOnlySpan<byte> word) => System.Text.Ascii.EqualsIgnoreCase(text, word);
}
