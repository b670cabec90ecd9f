namespace Ratchet.Adaptation.Advising;

/// <summary>One entry of the advisor's audit.</summary>
/// <param name="Time">When, in milliseconds since 1970-01-01 UTC.</param>
/// <param name="Kind">What it is about.</param>
/// <param name="Subject">The strategy's or the setting's name; empty where it is about neither.</param>
/// <param name="From">What was before.</param>
/// <param name="To">What is now.</param>
/// <param name="By">Who: a person, or the rule's name.</param>
/// <param name="Why">Why.</param>
/// <param name="Numbers">The figures at that time; empty where there are none.</param>
public sealed record AdvisorEntry(long Time, AdvisorEntryKind Kind, string Subject, string From, string To, string By, string Why, string Numbers);
