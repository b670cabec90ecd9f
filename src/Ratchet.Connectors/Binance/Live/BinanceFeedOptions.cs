namespace Ratchet.Connectors.Binance.Live;

/// <summary>How the exchange's WebSocket streams are listened to.</summary>
public sealed record BinanceFeedOptions
{
    /// <summary>Where the streams are; <c>/stream?streams=...</c> is appended. Default wss://stream.binance.com:9443.</summary>
    public Uri Address { get; init; } = new("wss://stream.binance.com:9443");

    /// <summary>How long the handshake may take. Default 10 seconds.</summary>
    public TimeSpan ConnectTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How long a connection may be silent before it is given up. Open bars are told every two seconds. Default 60 seconds.</summary>
    public TimeSpan StallAfter { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>
    /// How long after its close a bar may fail to come, or how long a symbol may be without trades, before REST is asked. Asking in vain doubles the wait, up to 64
    /// times. Default 5 seconds.
    /// </summary>
    public TimeSpan OverdueAfter { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>
    /// How often bars or trades that are missing amid known ones are asked for again before they count as missing at the exchange, 0 to 100, with back-off and full
    /// jitter between. Default 5.
    /// </summary>
    public int GapQuestions { get; init; } = 5;

    /// <summary>The upper bound of the first wait before a reconnect; it doubles with each failure in a row. Default 0.5 seconds.</summary>
    public TimeSpan FirstDelay { get; init; } = TimeSpan.FromMilliseconds(500);

    /// <summary>The upper bound of every wait before a reconnect. Default 30 seconds.</summary>
    public TimeSpan LongestDelay { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// Events that may wait for a slow reader, 1 to 1,000,000. When it is reached the feed stops reading from the connection: nothing is dropped, the
    /// exchange sees a slow client, and if it cuts the line the rest comes by back-fill. Default 4096.
    /// </summary>
    public int Capacity { get; init; } = 4096;

    /// <summary>The longest message, in bytes; a longer one ends the connection. Default 1 MiB.</summary>
    public int LongestMessage { get; init; } = 1 << 20;

    /// <summary>How many messages in a row may be unreadable before the connection is given up. Default 20.</summary>
    public int MostMalformedInARow { get; init; } = 20;

    /// <summary>Checks every field.</summary>
    /// <exception cref="ArgumentException">The address is not absolute ws or wss.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A field is out of its range.</exception>
    public void Validate()
    {
        if (!Address.IsAbsoluteUri || Address.Scheme is not ("ws" or "wss"))
        {
            throw new ArgumentException($"Address '{Address}' must be an absolute ws or wss address.", nameof(Address));
        }

        var least = TimeSpan.FromMilliseconds(1);
        OptionRange.Require(nameof(ConnectTimeout), ConnectTimeout, least, TimeSpan.FromHours(1));
        OptionRange.Require(nameof(StallAfter), StallAfter, least, TimeSpan.FromHours(24));
        OptionRange.Require(nameof(OverdueAfter), OverdueAfter, least, TimeSpan.FromHours(1));
        OptionRange.Require(nameof(FirstDelay), FirstDelay, least, TimeSpan.FromHours(1));
        OptionRange.Require(nameof(LongestDelay), LongestDelay, FirstDelay, TimeSpan.FromHours(24));
        OptionRange.Require(nameof(GapQuestions), GapQuestions, 0, 100);
        OptionRange.Require(nameof(Capacity), Capacity, 1, 1_000_000);
        OptionRange.Require(nameof(LongestMessage), LongestMessage, 1024, 1 << 28);
        OptionRange.Require(nameof(MostMalformedInARow), MostMalformedInARow, 1, 1_000_000);
    }
}
