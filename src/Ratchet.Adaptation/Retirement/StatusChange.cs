namespace Ratchet.Adaptation.Retirement;

/// <summary>One change of a strategy's status.</summary>
/// <param name="Time">When, in milliseconds since 1970-01-01 UTC.</param>
/// <param name="Strategy">The strategy's place.</param>
/// <param name="From">The status before.</param>
/// <param name="To">The status after.</param>
/// <param name="Forced">Whether a person asked for it.</param>
/// <param name="By">Who: the person, or the rule's name.</param>
/// <param name="Why">Why, with the numbers.</param>
/// <param name="Reading">The figures at that time.</param>
public sealed record StatusChange(
    long Time, int Strategy, RetirementStatus From, RetirementStatus To, bool Forced, string By, string Why, HealthReading Reading);
