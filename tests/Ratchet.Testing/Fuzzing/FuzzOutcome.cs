namespace Ratchet.Testing.Fuzzing;

/// <summary>What became of the inputs of one importer.</summary>
/// <param name="Name">The importer.</param>
/// <param name="Inputs">How many inputs there were.</param>
/// <param name="Accepted">How many gave data.</param>
/// <param name="Refused">How many were refused as they should be.</param>
/// <param name="SlowestMilliseconds">The longest that one took, by the thread's processor time where the system tells it.</param>
/// <param name="SlowestInput">Which one.</param>
/// <param name="MostMegabytes">The most that one allocated.</param>
/// <param name="Failures">What should not have happened, each with the input's number.</param>
public sealed record FuzzOutcome(string Name, int Inputs, int Accepted, int Refused, double SlowestMilliseconds, int SlowestInput, double MostMegabytes, IReadOnlyList<string> Failures);
