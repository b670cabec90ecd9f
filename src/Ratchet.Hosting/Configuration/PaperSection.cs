namespace Ratchet.Hosting.Configuration;

/// <summary>Paper sessions: where bars come from, how time goes, when things are written.</summary>
public sealed record PaperSection
{
    /// <summary>Where bars come from: replay (files or stored bars) or binance.</summary>
    public string Feed { get; init; } = "replay";

    /// <summary>How fast a replay goes: max, or how many seconds of the market pass in one, in [0.001, 1,000,000].</summary>
    public string Speed { get; init; } = "max";

    /// <summary>A finer time frame on which orders fill, such as 1m; empty fills on the bars that are decided on.</summary>
    public string FineTimeframe { get; init; } = string.Empty;

    /// <summary>How many bars before the first traded one the strategies see, 0 to 1,000,000. A model sees all since its first.</summary>
    public int WarmUpBars { get; init; } = 500;

    /// <summary>After how many seconds without anything else the session is told the time, 1 to 3600.</summary>
    public int TimerSeconds { get; init; } = 60;

    /// <summary>At most how many bars and other inputs become durable together while more are waiting, 1 to 10,000.</summary>
    public int CommitInputs { get; init; } = 256;

    /// <summary>After how many events the engine's whole state is written, from which a restart begins; 0 is never, up to 10,000,000.</summary>
    public int StateEvents { get; init; } = 5000;

    /// <summary>How many seconds pass before a journal that could not be written is tried again, 1 to 600.</summary>
    public int RetrySeconds { get; init; } = 5;

    /// <summary>Address of the exchange's REST interface.</summary>
    public string RestAddress { get; init; } = "https://api.binance.com";

    /// <summary>Address of the exchange's streams.</summary>
    public string StreamAddress { get; init; } = "wss://stream.binance.com:9443";
}
