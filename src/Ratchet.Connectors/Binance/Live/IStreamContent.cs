namespace Ratchet.Connectors.Binance.Live;

/// <summary>What the streams of one feed carry, and how it becomes whole. One thread at a time.</summary>
internal interface IStreamContent
{
    /// <summary>The exchange's names of the streams, with a slash between.</summary>
    string Streams { get; }

    /// <summary>The exchange's time at which something is overdue.</summary>
    long OverdueAt { get; }

    /// <summary>Tells what has happened since the last message; called after every connect, when the exchange's time is known.</summary>
    Task CatchUpAsync(CancellationToken cancellationToken);

    /// <summary>Takes a message.</summary>
    /// <returns>Whether it could be read; what cannot comes by back-fill.</returns>
    Task<bool> HearAsync(ReadOnlyMemory<byte> json, CancellationToken cancellationToken);

    /// <summary>Asks over REST for what is overdue.</summary>
    Task AskForOverdueAsync(CancellationToken cancellationToken);
}
