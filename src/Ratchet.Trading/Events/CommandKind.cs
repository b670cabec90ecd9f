namespace Ratchet.Trading.Events;

/// <summary>What a command asks for.</summary>
public enum CommandKind
{
    /// <summary>No new risk; resting entries are cancelled, positions keep their exits.</summary>
    Reduce,

    /// <summary>Nothing but flattening.</summary>
    Halt,

    /// <summary>Close everything at once, cancel all orders, then halt.</summary>
    Kill,

    /// <summary>Back to trading, where no breaker that still stands forbids it; clears breakers that a person may clear.</summary>
    Resume,

    /// <summary>Close the positions of the event's symbol, or all of them where it has none, at the next price.</summary>
    Close,

    /// <summary>The data ends: close everything at the last price known, now.</summary>
    EndOfData,
}
