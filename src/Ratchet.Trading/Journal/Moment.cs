namespace Ratchet.Trading.Journal;

/// <summary>Where in a session something happens.</summary>
/// <param name="Event">The number of the event that is being processed.</param>
/// <param name="Time">The engine's time, in milliseconds since 1970-01-01 UTC.</param>
public readonly record struct Moment(long Event, long Time);
