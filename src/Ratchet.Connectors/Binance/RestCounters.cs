namespace Ratchet.Connectors.Binance;

/// <summary>What a REST client has done.</summary>
/// <param name="Requests">Requests sent, repeated ones included.</param>
/// <param name="Repeats">How many of them repeated a failed one.</param>
/// <param name="OrderedWaits">How often the exchange ordered a wait (429 or 418).</param>
public sealed record RestCounters(long Requests, long Repeats, long OrderedWaits);
