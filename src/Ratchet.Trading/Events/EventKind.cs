namespace Ratchet.Trading.Events;

/// <summary>What an event tells the engine.</summary>
public enum EventKind
{
    /// <summary>A bar of the decision time frame closed. Resting orders fill on it, unless finer bars decide; positions are marked at its close.</summary>
    Bar,

    /// <summary>A finer bar closed: where finer bars decide, orders fill on it and stops move; nothing else is decided at its close.</summary>
    FineBar,

    /// <summary>A trade happened; where finer bars decide, orders fill on its price.</summary>
    Tick,

    /// <summary>Time passed.</summary>
    Timer,

    /// <summary>A strategy spoke about a symbol at the close of its bar, be it that it wants nothing.</summary>
    Signal,

    /// <summary>The adaptive layer spoke about the signal that follows.</summary>
    Advice,

    /// <summary>A person, or a supervisor, wants something.</summary>
    Command,

    /// <summary>The state of the feed of a symbol changed.</summary>
    Feed,

    /// <summary>Funding of a perpetual contract fell due.</summary>
    Funding,

    /// <summary>A venue outside the engine reported on an order.</summary>
    Report,

    /// <summary>What a strategy needs before it may trade a symbol is there, or is missing.</summary>
    Readiness,
}
