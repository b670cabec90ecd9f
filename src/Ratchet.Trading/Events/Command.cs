namespace Ratchet.Trading.Events;

/// <summary>A wish of a person or a supervisor.</summary>
/// <param name="Kind">What is wanted.</param>
/// <param name="By">Who wants it.</param>
/// <param name="Why">Why.</param>
public sealed record Command(CommandKind Kind, string By, string Why);
