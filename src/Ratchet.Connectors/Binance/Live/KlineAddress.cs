using System.Text.Json;

namespace Ratchet.Connectors.Binance.Live;

/// <summary>Finds the series that a message belongs to.</summary>
internal static class KlineAddress
{
    /// <summary>The message and its cursor, which is null for what was not asked for; or that the message is damaged or its bar not sound.</summary>
    public static (KlineMessage Message, StreamCursor? Cursor, bool IsMalformed) Find(ReadOnlySpan<byte> json, IReadOnlyList<StreamCursor> cursors)
    {
        try
        {
            if (KlineMessageReader.Read(json) is not { } message)
            {
                return default;
            }

            foreach (var cursor in cursors)
            {
                if (cursor.ExchangeSymbol == message.Symbol && cursor.Interval == message.Interval)
                {
                    return KlineRules.Problem(message.Row, cursor.TimeFrame) is null ? (message, cursor, false) : (message, null, true);
                }
            }

            return default;
        }
        catch (JsonException)
        {
            // Counted by the caller; the bar comes by back-fill.
            return (default, null, true);
        }
    }
}
